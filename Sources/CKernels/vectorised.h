#pragma once

// A function so marked is compiled once for each level of the processor's vector units; the loader picks the best that
// the machine has. Contraction is off in the whole target, so that every level gives the same bits.
#if defined(__x86_64__)
#define VECTORISED __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define VECTORISED
#endif

// Small parts of such functions have to be inlined into each of its versions.
#define INLINED static inline __attribute__((always_inline))
