#include <math.h>
#include <stdlib.h>

#include "parallel.h"
#include "training.h"
#include "vectorised.h"

enum { CHUNK = 1 << 13, LANES = 16 };

typedef struct {
    const float *values;
    double *partials;
    float *gradients;
    float l1, l2;
} penalty;

// Through so many lanes whatever the processor's vectors hold, so that every processor gives the same bits.
VECTORISED static void penalty_range(size_t begin, size_t end, void *context) {
    const penalty *penalty = context;
    double sums[LANES] = {0}, squares[LANES] = {0};
    for (size_t at = begin; at < end; at += LANES) {
        size_t lanes = end - at < LANES ? end - at : LANES;
        for (size_t lane = 0; lane < lanes; lane++) {
            double value = penalty->values[at + lane];
            sums[lane] += fabs(value);
            squares[lane] += value * value;
        }
    }
    double *partial = penalty->partials + 2 * (begin / CHUNK);
    for (int lane = 0; lane < LANES; lane++) {
        partial[0] += sums[lane];
        partial[1] += squares[lane];
    }
}

double nbrun_penalty(const float *values, size_t count, double l1, double l2) {
    size_t chunks = (count + CHUNK - 1) / CHUNK;
    double *partials = calloc(2 * chunks, sizeof(double)), total = 0;
    penalty penalty = {.values = values, .partials = partials};
    nbrun_parallel_for(count, CHUNK, penalty_range, &penalty);
    for (size_t chunk = 0; chunk < chunks; chunk++) total += l1 * partials[2 * chunk] + l2 * partials[2 * chunk + 1];
    free(partials);
    // The order of the sum is that of the memory, and a loaded model's numbers lie in another one: its last bits go.
    return (float)total;
}

VECTORISED static void penalty_gradient_range(size_t begin, size_t end, void *context) {
    const penalty *penalty = context;
    const float *restrict values = penalty->values;
    float *restrict gradients = penalty->gradients;
    float l1 = penalty->l1, l2 = 2 * penalty->l2;
    for (size_t i = begin; i < end; i++) {
        float value = values[i], sign = (float)(value > 0) - (float)(value < 0);
        gradients[i] += l1 * sign + l2 * value;
    }
}

void nbrun_add_penalty_gradient(const float *values, float *gradients, size_t count, float l1, float l2) {
    penalty penalty = {.values = values, .gradients = gradients, .l1 = l1, .l2 = l2};
    nbrun_parallel_for(count, CHUNK, penalty_gradient_range, &penalty);
}
