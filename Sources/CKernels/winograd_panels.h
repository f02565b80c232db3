#pragma once

#include <stddef.h>

#include "winograd_tiles.h"

enum {
    /// Filters that are computed together. The transformed weights of such a panel lie as (points, channels, filters).
    PANEL = 64,
    /// Between the points, so that all of one channel do not compete for the same places in the cache.
    GAP = LANES,
};

INLINED int panel_width(int filters, int first) { return filters - first < PANEL ? filters - first : PANEL; }

/// Floats from one point of a panel's weights to the next.
INLINED size_t weights_stride(int channels, int width) { return (size_t)channels * width + GAP; }

/// Where the weights of the panel that begins with this filter lie.
INLINED size_t panel_offset(int channels, int first) {
    return POINTS * ((size_t)channels * first + (size_t)first / PANEL * GAP);
}

/// Makes the number of vectors in a panel a constant in each copy of a loop.
#define WITH_CONSTANT_VECTORS(width, body) \
    switch ((width) / LANES) { \
    case 4: { enum { VECTORS = 4 }; body; } break; \
    case 3: { enum { VECTORS = 3 }; body; } break; \
    case 2: { enum { VECTORS = 2 }; body; } break; \
    default: { enum { VECTORS = 1 }; body; } break; \
    }
