#pragma once

#include <stdint.h>

#include "vectorised.h"

// Philox4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", 2011): a block of four words is a
// function of a 64-bit key and a 128-bit counter. Here the key is the seed; the counter is the block's number and the
// stream. Word i of a sequence is word i mod 4 of block i / 4, however many threads compute it.

enum { PHILOX_LANES = 32 };

/// Computes so many consecutive blocks: word j of block `first + lane` is `words[j][lane]`.
INLINED void philox_blocks(
    uint64_t seed, uint64_t stream, uint64_t first, int lanes, uint32_t words[4][PHILOX_LANES]) {
    uint32_t *restrict c0 = words[0], *restrict c1 = words[1], *restrict c2 = words[2], *restrict c3 = words[3];
    for (int lane = 0; lane < lanes; lane++) {
        uint64_t block = first + (uint64_t)lane;
        c0[lane] = (uint32_t)block;
        c1[lane] = (uint32_t)(block >> 32);
        c2[lane] = (uint32_t)stream;
        c3[lane] = (uint32_t)(stream >> 32);
    }
    uint32_t k0 = (uint32_t)seed, k1 = (uint32_t)(seed >> 32);
    for (int round = 0; round < 10; round++) {
        for (int lane = 0; lane < lanes; lane++) {
            uint64_t p0 = (uint64_t)c0[lane] * 0xD2511F53u, p1 = (uint64_t)c2[lane] * 0xCD9E8D57u;
            uint32_t n0 = (uint32_t)(p1 >> 32) ^ c1[lane] ^ k0, n2 = (uint32_t)(p0 >> 32) ^ c3[lane] ^ k1;
            c0[lane] = n0;
            c1[lane] = (uint32_t)p1;
            c2[lane] = n2;
            c3[lane] = (uint32_t)p0;
        }
        k0 += 0x9E3779B9u;
        k1 += 0xBB67AE85u;
    }
}

/// A word as a float in 0..<1, a multiple of 2⁻²⁴.
INLINED float philox_unit_float(uint32_t word) { return (float)(word >> 8) * 0x1p-24f; }

/// A word as a double in the open interval 0..1.
INLINED double philox_unit_double(uint32_t word) { return ((double)word + 0.5) * 0x1p-32; }
