#pragma once

#include "lanes.h"

enum {
    /// Outputs whose weights lie side by side.
    PANEL = 64,
    PANEL_LANES = PANEL / LANES,
};
