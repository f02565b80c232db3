#include "training.h"

#include "parallel.h"
#include "philox.h"

// A strip of elements takes one group of Philox blocks, in the order in which the lanes lie.
enum { STRIP = 4 * PHILOX_LANES, CHUNK = 64 * STRIP };

typedef struct {
    nbrun_random_place place;
    uint32_t threshold;
    float scale;
    const float *source;
    float *result;
} dropout;

INLINED void drop_strip(const dropout *dropout, size_t begin, size_t count) {
    uint32_t words[4][PHILOX_LANES];
    philox_blocks(dropout->place.seed, dropout->place.stream, dropout->place.block + begin / 4, PHILOX_LANES, words);
    const uint32_t *word = words[0];
    const float *source = dropout->source + begin;
    float *result = dropout->result + begin, scale = dropout->scale;
    for (size_t i = 0; i < count; i++) result[i] = word[i] >= dropout->threshold ? source[i] * scale : 0;
}

VECTORISED static void drop_range(size_t begin, size_t end, void *context) {
    size_t at = begin;
    for (; at + STRIP <= end; at += STRIP) drop_strip(context, at, STRIP);
    if (at < end) drop_strip(context, at, end - at);
}

void nbrun_dropout(nbrun_random_place place, double rate, const float *source, float *result, size_t count) {
    dropout dropout = {place, (uint32_t)(rate * 0x1p32), (float)(1 / (1 - rate)), source, result};
    nbrun_parallel_for(count, CHUNK, drop_range, &dropout);
}
