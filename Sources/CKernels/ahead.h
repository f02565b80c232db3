#pragma once

#include <stddef.h>

#include "lanes.h"

/// Numbers that will be read soon. They are asked for in turns, between loops that compute, so that memory and
/// arithmetic go on side by side.
typedef struct {
    const float *next, *end;
    size_t share;
} span_ahead;

/// The numbers from here on, asked for in so many turns; none at all where there are none.
INLINED span_ahead span_ahead_at(const float *begin, size_t count, size_t turns) {
    return (span_ahead){begin, begin + count, count / turns / LANES * LANES + LANES};
}

INLINED void ask_for_share(span_ahead *ahead) {
    const float *end = ahead->end - ahead->next < (ptrdiff_t)ahead->share ? ahead->end : ahead->next + ahead->share;
    for (; ahead->next < end; ahead->next += LANES) __builtin_prefetch(ahead->next, 0, 2);
}
