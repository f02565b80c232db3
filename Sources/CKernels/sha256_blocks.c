#include "sha256_blocks.h"

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

// Four words of the message at a time: the first sixteen from the block, the others from those before them.
#define WITH_SHA __attribute__((target("sha,sse4.1")))

WITH_SHA static __m128i message_words(__m128i recent[4], const uint8_t *block, int group) {
    if (group < 4) {
        const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
        return _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)block + group), big_endian);
    }
    __m128i before4 = recent[group % 4], before3 = recent[(group + 1) % 4];
    __m128i before2 = recent[(group + 2) % 4], before1 = recent[(group + 3) % 4];
    __m128i sum = _mm_add_epi32(_mm_sha256msg1_epu32(before4, before3), _mm_alignr_epi8(before1, before2, 4));
    return _mm_sha256msg2_epu32(sum, before1);
}

// The instructions want the state's words as a, b, e, f and c, d, g, h, the first in the highest place.
WITH_SHA static void add_blocks(uint32_t state[8], const uint8_t *bytes, size_t blocks) {
    __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xB1);
    __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state + 1), 0x1B);
    __m128i abef = _mm_alignr_epi8(cdab, efgh, 8), cdgh = _mm_blend_epi16(efgh, cdab, 0xF0);
    for (size_t block = 0; block < blocks; block++) {
        __m128i abef_before = abef, cdgh_before = cdgh, recent[4];
#pragma clang loop unroll(full)
        for (int group = 0; group < 16; group++) {
            __m128i words = message_words(recent, bytes + 64 * block, group);
            recent[group % 4] = words;
            __m128i constants = _mm_loadu_si128((const __m128i *)sha256_round_constants + group);
            __m128i sum = _mm_add_epi32(words, constants);
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0E));
        }
        abef = _mm_add_epi32(abef, abef_before);
        cdgh = _mm_add_epi32(cdgh, cdgh_before);
    }
    __m128i feba = _mm_shuffle_epi32(abef, 0x1B), dchg = _mm_shuffle_epi32(cdgh, 0xB1);
    _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(feba, dchg, 0xF0));
    _mm_storeu_si128((__m128i *)state + 1, _mm_alignr_epi8(dchg, feba, 8));
}

sha256_block_adder sha256_machine_adder(void) {
    unsigned eax, ebx, ecx, edx;
    const unsigned sse41 = 1u << 19, sha = 1u << 29;
    if (!__get_cpuid(1, &eax, &ebx, &ecx, &edx) || !(ecx & sse41)) return NULL;
    if (!__get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx) || !(ebx & sha)) return NULL;
    return add_blocks;
}

#else

sha256_block_adder sha256_machine_adder(void) { return NULL; }

#endif
