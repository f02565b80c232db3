#include "training.h"

#include "parallel.h"
#include "vectorised.h"

// Partial sums are added up in order, so that the number of threads changes nothing.
enum { LEAST_CHUNK = 1 << 13, MOST_CHUNKS = 256, LANES = 16 };

typedef struct {
    const float *values;
    size_t chunk;
    double sums[MOST_CHUNKS];
} squares;

VECTORISED static void square_range(size_t begin, size_t end, void *context) {
    squares *squares = context;
    const float *restrict values = squares->values;
    double lanes[LANES] = {0}, sum = 0;
    size_t i = begin;
    for (; i + LANES <= end; i += LANES)
        for (size_t lane = 0; lane < LANES; lane++) lanes[lane] += (double)values[i + lane] * values[i + lane];
    for (; i < end; i++) sum += (double)values[i] * values[i];
    for (size_t lane = 0; lane < LANES; lane++) sum += lanes[lane];
    squares->sums[begin / squares->chunk] = sum;
}

double nbrun_sum_of_squares(const float *values, size_t count) {
    size_t chunk = (count + MOST_CHUNKS - 1) / MOST_CHUNKS;
    squares squares = {.values = values, .chunk = chunk > LEAST_CHUNK ? chunk : LEAST_CHUNK};
    nbrun_parallel_for(count, squares.chunk, square_range, &squares);
    double sum = 0;
    for (size_t i = 0; i * squares.chunk < count; i++) sum += squares.sums[i];
    return sum;
}
