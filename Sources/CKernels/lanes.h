#pragma once

#include <stdint.h>

#include "vectorised.h"

// Sums of products are fused: that is twice as fast, and rounds once instead of twice.
#pragma STDC FP_CONTRACT ON

enum { LANES = 16 };

/// 16 numbers side by side: a register of AVX-512, two of AVX.
typedef float lanes __attribute__((vector_size(4 * LANES)));
typedef int32_t lane_bits __attribute__((vector_size(4 * LANES)));

static const lanes NOTHING = {0};

// Pointers rather than values go in and out of functions: how a vector is passed depends on the processor's level.
INLINED const lanes *lanes_at(const float *address) { return (const lanes *)address; }
INLINED lanes *lanes_to(float *address) { return (lanes *)address; }

/// Keeps the numbers at the places that were chosen by a comparison; the rest becomes 0.
INLINED void keep(lanes *values, const lane_bits *chosen) { *values = (lanes)((lane_bits)*values & *chosen); }

/// Negative numbers become 0; what is not a number stays so.
INLINED void rectify(lanes *values) {
    lane_bits chosen = ~(*values < 0);
    keep(values, &chosen);
}
