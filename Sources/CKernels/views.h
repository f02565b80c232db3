#pragma once

#include <stdbool.h>

#include "tensors.h"
#include "vectorised.h"

// Reading views block by block: whatever types and strides the operands have, an operation itself is a plain loop over
// short arrays of its own type, which stay in the processor's first cache.

enum { BLOCK = 1024, OPERATION_CHUNK = 64 * BLOCK };

INLINED size_t least(size_t a, size_t b) { return a < b ? a : b; }

INLINED int32_t cut_float(float x) {
    return x != x ? 0 : x >= 0x1p31f ? INT32_MAX : x <= -0x1p31f ? INT32_MIN : (int32_t)x;
}
INLINED int32_t cut_double(double x) {
    return x != x ? 0 : x >= 0x1p31 ? INT32_MAX : x <= -0x1p31 ? INT32_MIN : (int32_t)x;
}
INLINED int32_t whole(int32_t x) { return x; }
INLINED uint8_t held_to_byte(int32_t x) { return x < 0 ? 0 : x > 255 ? 255 : (uint8_t)x; }
INLINED uint8_t byte_of_float(float x) { return held_to_byte(cut_float(x)); }
INLINED uint8_t byte_of_double(double x) { return held_to_byte(cut_double(x)); }
INLINED uint8_t byte_of_whole(int32_t x) { return (uint8_t)x; }

#define AS_INTEGER(x) _Generic((x), float: cut_float, double: cut_double, default: whole)(x)
#define AS_BYTE(x) _Generic((x), float: byte_of_float, double: byte_of_double, default: byte_of_whole)(x)
#define AS_TRUTH(x) ((x) != 0)
#define AS_FLOAT(x) ((float)(x))
#define AS_DOUBLE(x) ((double)(x))

#define READ_RUN(Source, CONVERT)                                                          \
    {                                                                                      \
        const Source *from = (const Source *)view->elements + offset;                      \
        if (step == 1)                                                                     \
            for (size_t i = 0; i < run; i++) to[i] = CONVERT(from[i]);                     \
        else                                                                               \
            for (size_t i = 0; i < run; i++) to[i] = CONVERT(from[(ptrdiff_t)i * step]);   \
        break;                                                                             \
    }

// Gives two functions. `NAME_run` converts `run` elements that are `step` apart. `NAME_at` gives the elements of a view
// from number `begin` on, in the buffer or where they stand already.
#define READER(NAME, Element, TYPE, CONVERT)                                                                        \
    INLINED void NAME##_run(const nbrun_view *view, ptrdiff_t offset, ptrdiff_t step, size_t run, Element *to) {     \
        switch (view->type) {                                                                                       \
            case NBRUN_BOOL:                                                                                        \
            case NBRUN_UINT8: READ_RUN(uint8_t, CONVERT)                                                            \
            case NBRUN_INT32: READ_RUN(int32_t, CONVERT)                                                            \
            case NBRUN_FLOAT32: READ_RUN(float, CONVERT)                                                            \
            case NBRUN_FLOAT64: READ_RUN(double, CONVERT)                                                           \
        }                                                                                                           \
    }                                                                                                               \
    INLINED const Element *NAME##_at(const nbrun_view *view, size_t begin, size_t count, Element *buffer) {         \
        if (view->rank == 1 && view->strides[0] == 1) {                                                             \
            if (view->type == TYPE) return (const Element *)view->elements + begin;                                 \
            NAME##_run(view, (ptrdiff_t)begin, 1, count, buffer);                                                   \
            return buffer;                                                                                          \
        }                                                                                                           \
        walk walk = walk_from(view, begin);                                                                         \
        for (size_t filled = 0; filled < count;) {                                                                  \
            size_t run = least(count - filled, run_length(view, &walk));                                            \
            NAME##_run(view, walk.offset, walk.step, run, buffer + filled);                                         \
            filled += run;                                                                                          \
            advance(view, &walk, run);                                                                              \
        }                                                                                                           \
        return buffer;                                                                                              \
    }

// A place in a view, as its coordinates and as the offset of its element.
typedef struct {
    size_t position[NBRUN_LARGEST_RANK];
    ptrdiff_t offset;
    ptrdiff_t step;
} walk;

INLINED walk walk_from(const nbrun_view *view, size_t begin) {
    walk walk = {.step = view->rank ? view->strides[view->rank - 1] : 0};
    for (int axis = view->rank - 1; axis >= 0; axis--) {
        walk.position[axis] = begin % view->sizes[axis];
        walk.offset += (ptrdiff_t)walk.position[axis] * view->strides[axis];
        begin /= view->sizes[axis];
    }
    return walk;
}

/// How many elements follow at equal distances.
INLINED size_t run_length(const nbrun_view *view, const walk *walk) {
    int last = view->rank - 1;
    return last < 0 ? SIZE_MAX : view->sizes[last] - walk->position[last];
}

INLINED void advance(const nbrun_view *view, walk *walk, size_t run) {
    int axis = view->rank - 1;
    if (axis < 0) return;
    walk->position[axis] += run;
    walk->offset += (ptrdiff_t)run * view->strides[axis];
    for (; axis > 0 && walk->position[axis] == view->sizes[axis]; axis--) {
        walk->offset += view->strides[axis - 1] - (ptrdiff_t)view->sizes[axis] * view->strides[axis];
        walk->position[axis] = 0;
        walk->position[axis - 1]++;
    }
}

READER(floats, float, NBRUN_FLOAT32, AS_FLOAT)
READER(integers, int32_t, NBRUN_INT32, AS_INTEGER)
READER(bytes, uint8_t, NBRUN_UINT8, AS_BYTE)
READER(truths, uint8_t, NBRUN_BOOL, AS_TRUTH)
READER(doubles, double, NBRUN_FLOAT64, AS_DOUBLE)
