#pragma once

#include <stddef.h>
#include <stdint.h>

/// Where in the random numbers a draw begins: a seed, one of its streams, and a block of four words in that stream.
typedef struct {
    uint64_t seed;
    uint64_t stream;
    uint64_t block;
} nbrun_random_place;

/// The four words of a block.
void nbrun_random_block(nbrun_random_place place, uint32_t words[4]);

/// Uniform in low..<high; takes one word a number.
void nbrun_random_uniform(nbrun_random_place place, float low, float high, float *result, size_t count);

/// Normally distributed; takes one word a number.
void nbrun_random_normal(nbrun_random_place place, double mean, double deviation, float *result, size_t count);

/// Whole numbers from `low` on, `width` of them; takes two words a number. No number is likelier than another by more
/// than one part in 2³².
void nbrun_random_integers(nbrun_random_place place, int32_t low, uint32_t width, int32_t *result, size_t count);
