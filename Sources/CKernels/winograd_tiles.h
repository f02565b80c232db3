#pragma once

#include "lanes.h"

enum {
    /// Results along a tile's edge, and pixels that they need.
    TILE = 4,
    PATCH = 6,
    /// Numbers that a patch, or a kernel, becomes.
    POINTS = 36,
};
