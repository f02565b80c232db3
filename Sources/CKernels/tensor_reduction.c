#include <math.h>
#include <stdlib.h>

#include "parallel.h"
#include "views.h"

// A reduction is cut into tasks: for each place of the outer axes, strips of the inner ones, and pieces of the axis
// that is reduced. A task keeps its partial results for itself; they are put together in the order of the pieces.

enum { LANES = 16, STRIP = BLOCK, TASK = 64 * BLOCK };

typedef struct {
    nbrun_reduction operation;
    nbrun_view view;
    size_t outer, count, inner;
    size_t piece, pieces, strips;
    double *partials;
} reduction;

INLINED double nothing(nbrun_reduction operation) {
    return operation == NBRUN_SUM ? 0 : operation == NBRUN_LARGEST ? -INFINITY : INFINITY;
}

INLINED double together(nbrun_reduction operation, double x, double y) {
    if (operation == NBRUN_SUM) return x + y;
    return y != y || (operation == NBRUN_LARGEST ? y > x : y < x) ? y : x;
}

// One loop for each operation, so that none decides anything for each element.
#define FOR_OPERATION(operation, LOOP)                              \
    switch (operation) {                                            \
        case NBRUN_SUM: LOOP(NBRUN_SUM); break;                     \
        case NBRUN_LARGEST: LOOP(NBRUN_LARGEST); break;             \
        case NBRUN_SMALLEST: LOOP(NBRUN_SMALLEST); break;           \
    }

/// Neighbouring elements to one number, through so many lanes whatever the processor's vectors hold.
INLINED double reduce_run(const reduction *reduction, size_t begin, size_t count) {
    double lanes[LANES], buffer[BLOCK];
    for (int lane = 0; lane < LANES; lane++) lanes[lane] = nothing(reduction->operation);
    for (size_t at = 0; at < count; at += BLOCK) {
        size_t length = least(count - at, BLOCK), whole = length / LANES * LANES;
        const double *block = doubles_at(&reduction->view, begin + at, length, buffer);
#define LOOP(OPERATION)                                                                                            \
    for (size_t i = 0; i < whole; i += LANES)                                                                      \
        for (int lane = 0; lane < LANES; lane++) lanes[lane] = together(OPERATION, lanes[lane], block[i + lane]);   \
    for (size_t i = whole; i < length; i++) lanes[i - whole] = together(OPERATION, lanes[i - whole], block[i])
        FOR_OPERATION(reduction->operation, LOOP)
#undef LOOP
    }
    double result = lanes[0];
    for (int lane = 1; lane < LANES; lane++) result = together(reduction->operation, result, lanes[lane]);
    return result;
}

/// Rows of at most a strip's length to one row.
INLINED void reduce_rows(const reduction *reduction, size_t begin, size_t rows, size_t length, double *result) {
    double buffer[STRIP];
    for (size_t i = 0; i < length; i++) result[i] = nothing(reduction->operation);
    for (size_t row = 0; row < rows; row++) {
        const double *block = doubles_at(&reduction->view, begin + row * reduction->inner, length, buffer);
#define LOOP(OPERATION) \
    for (size_t i = 0; i < length; i++) result[i] = together(OPERATION, result[i], block[i])
        FOR_OPERATION(reduction->operation, LOOP)
#undef LOOP
    }
}

VECTORISED static void run_tasks(size_t begin, size_t end, void *context) {
    const reduction *reduction = context;
    for (size_t task = begin; task < end; task++) {
        size_t strip = task % reduction->strips, piece = task / reduction->strips % reduction->pieces;
        size_t outer = task / reduction->strips / reduction->pieces;
        size_t row = piece * reduction->piece, rows = least(reduction->count - row, reduction->piece);
        size_t column = strip * STRIP, first = (outer * reduction->count + row) * reduction->inner + column;
        double *result = reduction->partials + (outer * reduction->pieces + piece) * reduction->inner + column;
        if (reduction->inner == 1)
            *result = reduce_run(reduction, first, rows);
        else
            reduce_rows(reduction, first, rows, least(reduction->inner - column, STRIP), result);
    }
}

static void put_together(const reduction *reduction, double *result) {
    for (size_t outer = 0; outer < reduction->outer; outer++)
        for (size_t piece = 0; piece < reduction->pieces; piece++)
            for (size_t i = 0; i < reduction->inner; i++) {
                double partial = reduction->partials[(outer * reduction->pieces + piece) * reduction->inner + i];
                double *place = result + outer * reduction->inner + i;
                *place = piece == 0 ? partial : together(reduction->operation, *place, partial);
            }
}

void nbrun_reduce(
    nbrun_reduction operation, const void *elements, nbrun_element_type type, size_t outer, size_t count, size_t inner,
    double *result) {
    size_t total = outer * count * inner, strip = least(inner, STRIP);
    ptrdiff_t stride = 1;
    if (outer * inner == 0) return;
    if (count == 0) {
        for (size_t i = 0; i < outer * inner; i++) result[i] = nothing(operation);
        return;
    }
    reduction reduction = {
        operation, {elements, type, 1, &total, &stride}, outer, count, inner,
        .piece = (TASK + strip - 1) / strip, .strips = (inner + STRIP - 1) / STRIP,
    };
    reduction.pieces = (count + reduction.piece - 1) / reduction.piece;
    reduction.partials = reduction.pieces == 1 ? result : malloc(outer * reduction.pieces * inner * sizeof(double));
    size_t work = strip * least(count, reduction.piece);
    nbrun_parallel_for(
        outer * reduction.pieces * reduction.strips, work >= TASK ? 1 : TASK / work, run_tasks, &reduction);
    if (reduction.pieces == 1) return;
    put_together(&reduction, result);
    free(reduction.partials);
}
