#include "training.h"

#include <string.h>

#include "parallel.h"
#include "vectorised.h"

enum { CHUNK = 1 << 13 };

typedef struct {
    const float *values, *source;
    float *result;
    float scale;
} masking;

VECTORISED static void mask_range(size_t begin, size_t end, void *context) {
    const masking *masking = context;
    const float *values = masking->values, *source = masking->source;
    float *result = masking->result, scale = masking->scale;
    for (size_t i = begin; i < end; i++) {
        float scaled = source[i] * scale;
        result[i] = values[i] > 0 ? scaled : 0;
    }
}

void nbrun_mask_positive(const float *values, const float *source, float *result, size_t count, float scale) {
    masking masking = {values, source, result, scale};
    nbrun_parallel_for(count, CHUNK, mask_range, &masking);
}

typedef struct {
    const float *values;
    float *sum;
} addition;

VECTORISED static void add_range(size_t begin, size_t end, void *context) {
    const addition *addition = context;
    const float *values = addition->values;
    float *sum = addition->sum;
    for (size_t i = begin; i < end; i++) sum[i] += values[i];
}

void nbrun_add(const float *values, float *sum, size_t count) {
    addition addition = {values, sum};
    nbrun_parallel_for(count, CHUNK, add_range, &addition);
}

// A part of the way of each average to its value.
typedef struct {
    const float *values;
    float *average;
    float rate;
} moving;

VECTORISED static void move_range(size_t begin, size_t end, void *context) {
    const moving *moving = context;
    const float *values = moving->values;
    float *average = moving->average, rate = moving->rate;
    for (size_t i = begin; i < end; i++) average[i] += (values[i] - average[i]) * rate;
}

void nbrun_move_average(const float *values, float *average, size_t count, float rate) {
    moving moving = {values, average, rate};
    nbrun_parallel_for(count, CHUNK, move_range, &moving);
}

void nbrun_gather_rows(const float *source, const int32_t *indices, float *result, size_t rows, size_t width) {
    for (size_t row = 0; row < rows; row++)
        memcpy(result + row * width, source + (size_t)indices[row] * width, width * sizeof(float));
}
