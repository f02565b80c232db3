#include "random.h"

#include <math.h>

#include "parallel.h"
#include "philox.h"

enum { STRIP = 4 * PHILOX_LANES, CHUNK = 256 * STRIP };

typedef struct {
    nbrun_random_place place;
    double parameters[2];
    void *result;
} draw;

INLINED size_t least(size_t a, size_t b) { return a < b ? a : b; }

void nbrun_random_block(nbrun_random_place place, uint32_t words[4]) {
    uint32_t blocks[4][PHILOX_LANES];
    philox_blocks(place.seed, place.stream, place.block, 1, blocks);
    for (int j = 0; j < 4; j++) words[j] = blocks[j][0];
}

// Writes the words of a strip that belong to begin..<end, in order.
INLINED void words_at(const draw *draw, size_t begin, uint32_t words[STRIP]) {
    uint32_t blocks[4][PHILOX_LANES];
    philox_blocks(draw->place.seed, draw->place.stream, draw->place.block + begin / 4, PHILOX_LANES, blocks);
    for (int lane = 0; lane < PHILOX_LANES; lane++)
        for (int j = 0; j < 4; j++) words[4 * lane + j] = blocks[j][lane];
}

VECTORISED static void uniform_range(size_t begin, size_t end, void *context) {
    const draw *draw = context;
    float low = (float)draw->parameters[0], high = (float)draw->parameters[1], width = high - low;
    float below = nextafterf(high, low), *result = draw->result;
    for (size_t at = begin; at < end; at += STRIP) {
        uint32_t words[STRIP];
        float strip[STRIP];
        words_at(draw, at, words);
        for (int i = 0; i < STRIP; i++) {
            float value = low + width * philox_unit_float(words[i]);
            strip[i] = value < high ? value : below;
        }
        __builtin_memcpy(result + at, strip, least(end - at, STRIP) * sizeof(float));
    }
}

void nbrun_random_uniform(nbrun_random_place place, float low, float high, float *result, size_t count) {
    draw draw = {place, {low, high}, result};
    nbrun_parallel_for(count, CHUNK, uniform_range, &draw);
}

// Box and Muller's transform: two words give two numbers.
VECTORISED static void normal_range(size_t begin, size_t end, void *context) {
    const draw *draw = context;
    double mean = draw->parameters[0], deviation = draw->parameters[1];
    float *result = draw->result;
    for (size_t at = begin; at < end; at += STRIP) {
        uint32_t words[STRIP];
        float strip[STRIP];
        words_at(draw, at, words);
        for (int i = 0; i < STRIP; i += 2) {
            double radius = deviation * sqrt(-2 * log(philox_unit_double(words[i])));
            double angle = 2 * M_PI * philox_unit_double(words[i + 1]);
            strip[i] = (float)(mean + radius * cos(angle));
            strip[i + 1] = (float)(mean + radius * sin(angle));
        }
        __builtin_memcpy(result + at, strip, least(end - at, STRIP) * sizeof(float));
    }
}

void nbrun_random_normal(nbrun_random_place place, double mean, double deviation, float *result, size_t count) {
    draw draw = {place, {mean, deviation}, result};
    nbrun_parallel_for(count, CHUNK, normal_range, &draw);
}

VECTORISED static void integers_range(size_t begin, size_t end, void *context) {
    const draw *draw = context;
    int64_t low = (int64_t)draw->parameters[0];
    uint64_t width = (uint64_t)draw->parameters[1];
    int32_t *result = draw->result;
    for (size_t at = begin; at < end; at += STRIP / 2) {
        uint32_t words[STRIP];
        words_at(draw, 2 * at, words);
        for (size_t i = 0; i < least(end - at, STRIP / 2); i++) {
            // The upper half of width × a 64-bit number, from two products of 32 bits.
            uint64_t lower = width * words[2 * i], upper = width * words[2 * i + 1];
            result[at + i] = (int32_t)(low + (int64_t)((upper + (lower >> 32)) >> 32));
        }
    }
}

void nbrun_random_integers(nbrun_random_place place, int32_t low, uint32_t width, int32_t *result, size_t count) {
    draw draw = {place, {low, width}, result};
    nbrun_parallel_for(count, CHUNK, integers_range, &draw);
}
