#include "parallel.h"
#include "training.h"
#include "vectorised.h"

enum { CHUNK = 1 << 13 };

typedef struct {
    const float *values, *gradients;
    float *result, limit, slope, threshold;
} rectification;

VECTORISED static void rectify_range(size_t begin, size_t end, void *context) {
    const rectification *bounds = context;
    const float *values = bounds->values;
    float *restrict result = bounds->result;
    float limit = bounds->limit, slope = bounds->slope, threshold = bounds->threshold;
    for (size_t i = begin; i < end; i++) {
        float value = values[i];
        float above = value > limit ? limit : value;
        // What is no number is not below the threshold either: it stays none.
        result[i] = value <= threshold ? slope * (value - threshold) : above;
    }
}

void nbrun_bounded_relu(
    const float *values, float *result, size_t count, float limit, float slope, float threshold) {
    rectification bounds = {
        .values = values, .result = result, .limit = limit, .slope = slope, .threshold = threshold};
    nbrun_parallel_for(count, CHUNK, rectify_range, &bounds);
}

VECTORISED static void rectify_gradient_range(size_t begin, size_t end, void *context) {
    const rectification *bounds = context;
    const float *values = bounds->values, *gradients = bounds->gradients;
    float *restrict result = bounds->result;
    float limit = bounds->limit, slope = bounds->slope, threshold = bounds->threshold;
    for (size_t i = begin; i < end; i++) {
        float above = values[i] > limit ? 0 : gradients[i];
        result[i] = values[i] <= threshold ? slope * gradients[i] : above;
    }
}

void nbrun_bounded_relu_gradient(
    const float *values, const float *gradients, float *result, size_t count, float limit, float slope,
    float threshold) {
    rectification bounds = {values, gradients, result, limit, slope, threshold};
    nbrun_parallel_for(count, CHUNK, rectify_gradient_range, &bounds);
}
