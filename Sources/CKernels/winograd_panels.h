#pragma once

#include "winograd_lanes.h"

/// Filters that are computed together. The transformed weights of such a panel lie as (points, channels, filters).
enum { PANEL = 64 };

INLINED int panel_width(int filters, int first) { return filters - first < PANEL ? filters - first : PANEL; }

/// Makes the number of vectors in a panel a constant in each copy of a loop.
#define WITH_CONSTANT_VECTORS(width, body) \
    switch ((width) / LANES) { \
    case 4: { enum { VECTORS = 4 }; body; } break; \
    case 3: { enum { VECTORS = 3 }; body; } break; \
    case 2: { enum { VECTORS = 2 }; body; } break; \
    default: { enum { VECTORS = 1 }; body; } break; \
    }
