#include <math.h>

#include "parallel.h"
#include "views.h"

typedef struct {
    nbrun_function function;
    nbrun_view view;
    float *result;
} application;

#define EACH(EXPRESSION)                     \
    for (size_t i = 0; i < count; i++) {     \
        float x = from[i];                   \
        to[i] = EXPRESSION;                  \
    }                                        \
    break

INLINED void apply(nbrun_function function, const float *from, size_t count, float *to) {
    switch (function) {
        case NBRUN_ABSOLUTE: EACH(fabsf(x));
        case NBRUN_EXPONENTIAL: EACH(expf(x));
        case NBRUN_LOGARITHM: EACH(logf(x));
        case NBRUN_LOGARITHM_2: EACH(log2f(x));
        case NBRUN_LOGARITHM_10: EACH(log10f(x));
        case NBRUN_SQUARE_ROOT: EACH(sqrtf(x));
        case NBRUN_SINE: EACH(sinf(x));
        case NBRUN_COSINE: EACH(cosf(x));
        case NBRUN_TANGENT: EACH(tanf(x));
        case NBRUN_HYPERBOLIC_TANGENT: EACH(tanhf(x));
        case NBRUN_SIGMOID: EACH(1 / (1 + expf(-x)));
        case NBRUN_ROUND_DOWN: EACH(floorf(x));
        case NBRUN_ROUND_UP: EACH(ceilf(x));
        case NBRUN_ROUND_TO_ZERO: EACH(truncf(x));
        case NBRUN_ROUND_FROM_ZERO: EACH(x < 0 ? floorf(x) : ceilf(x));
        case NBRUN_ROUND_HALF_TO_EVEN: EACH(rintf(x));
        case NBRUN_ROUND_HALF_FROM_ZERO: EACH(roundf(x));
    }
}

VECTORISED static void apply_range(size_t begin, size_t end, void *context) {
    const application *application = context;
    float buffer[BLOCK];
    for (size_t at = begin; at < end; at += BLOCK) {
        size_t count = least(end - at, BLOCK);
        apply(application->function, floats_at(&application->view, at, count, buffer), count, application->result + at);
    }
}

void nbrun_apply(nbrun_function function, nbrun_view view, size_t count, float *result) {
    application application = {function, view, result};
    nbrun_parallel_for(count, OPERATION_CHUNK, apply_range, &application);
}
