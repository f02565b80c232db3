#pragma once

#include "lanes.h"

// Pooling by squares of 2 × 2 pixels, whose corners are numbered row by row: in 16 channels, which of the four was the
// largest is a byte each.

typedef uint8_t lane_bytes __attribute__((vector_size(LANES)));

/// The largest of four numbers, and the corner that it comes from: the first where several are equal. One that is not a
/// number counts as the largest, so that it is not lost.
INLINED void find_largest(const lanes *const corners[4], lanes *largest, lane_bits *corner) {
    *largest = *corners[0];
    *corner = (lane_bits){0};
#pragma unroll
    for (int i = 1; i < 4; i++) {
        lanes value = *corners[i];
        lane_bits is_larger = (value > *largest) | (value != value);
        *largest = (lanes)(((lane_bits)value & is_larger) | ((lane_bits)*largest & ~is_larger));
        *corner = (is_larger & i) | (*corner & ~is_larger);
    }
}

INLINED void store_corner(const lane_bits *corner, uint8_t *to) {
    *(lane_bytes *)to = __builtin_convertvector(*corner, lane_bytes);
}

/// The part of a square's numbers that belongs to one of its corners; 0 elsewhere.
INLINED lanes *unpool(const float *values, const uint8_t *corners, int corner, lanes *part) {
    lane_bits belongs = __builtin_convertvector(*(const lane_bytes *)corners, lane_bits) == corner;
    *part = *lanes_at(values);
    keep(part, &belongs);
    return part;
}
