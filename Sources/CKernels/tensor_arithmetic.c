#include <math.h>

#include "parallel.h"
#include "views.h"

typedef struct {
    int operation;
    nbrun_view a;
    nbrun_view b;
    void *result;
} operation;

#define EACH(EXPRESSION)                                                 \
    for (size_t i = 0; i < count; i++) {                                 \
        __typeof__(*a) x = a[i], y = b[i];                               \
        result[i] = EXPRESSION;                                          \
    }                                                                    \
    break

// Gives the body of a threaded loop that reads blocks of both operands and writes one of the result.
#define OPERATION(NAME, Operand, READ, Result, BLOCK_OPERATION)                                  \
    VECTORISED static void NAME(size_t begin, size_t end, void *context) {                       \
        const operation *operation = context;                                                    \
        Operand a[BLOCK], b[BLOCK];                                                              \
        for (size_t at = begin; at < end; at += BLOCK) {                                         \
            size_t count = least(end - at, BLOCK);                                               \
            BLOCK_OPERATION(                                                                     \
                operation->operation, READ(&operation->a, at, count, a),                         \
                READ(&operation->b, at, count, b), count, (Result *)operation->result + at);     \
        }                                                                                        \
    }

INLINED void calculate_floats(int operation, const float *a, const float *b, size_t count, float *result) {
    switch (operation) {
        case NBRUN_ADD: EACH(x + y);
        case NBRUN_SUBTRACT: EACH(x - y);
        case NBRUN_MULTIPLY: EACH(x * y);
        case NBRUN_DIVIDE: EACH(x / y);
        case NBRUN_MAXIMUM: EACH(x > y || x != x ? x : y);
        case NBRUN_MINIMUM: EACH(x < y || x != x ? x : y);
        case NBRUN_POWER: EACH(powf(x, y));
    }
}

INLINED void calculate_integers(
    int operation, const int32_t *a, const int32_t *b, size_t count, int32_t *result) {
    switch (operation) {
        case NBRUN_ADD: EACH((int32_t)((uint32_t)x + (uint32_t)y));
        case NBRUN_SUBTRACT: EACH((int32_t)((uint32_t)x - (uint32_t)y));
        case NBRUN_MULTIPLY: EACH((int32_t)((uint32_t)x * (uint32_t)y));
        case NBRUN_MAXIMUM: EACH(x > y ? x : y);
        case NBRUN_MINIMUM: EACH(x < y ? x : y);
    }
}

#define COMPARISON(NAME, Operand)                                                                                   \
    INLINED void NAME(int operation, const Operand *a, const Operand *b, size_t count, uint8_t *result) {   \
        switch (operation) {                                                                                        \
            case NBRUN_EQUAL: EACH(x == y);                                                                         \
            case NBRUN_NOT_EQUAL: EACH(x != y);                                                                     \
            case NBRUN_LESS: EACH(x < y);                                                                           \
            case NBRUN_LESS_OR_EQUAL: EACH(x <= y);                                                                 \
        }                                                                                                           \
    }

COMPARISON(compare_floats, float)
COMPARISON(compare_integers, int32_t)

OPERATION(float_arithmetic, float, floats_at, float, calculate_floats)
OPERATION(integer_arithmetic, int32_t, integers_at, int32_t, calculate_integers)
OPERATION(float_comparison, float, floats_at, uint8_t, compare_floats)
OPERATION(integer_comparison, int32_t, integers_at, uint8_t, compare_integers)

#define ENTRY(NAME, Operation, Result)                                                                          \
    void nbrun_##NAME(Operation kind, nbrun_view a, nbrun_view b, size_t count, Result *result) {               \
        operation operation = {kind, a, b, result};                                                             \
        nbrun_parallel_for(count, OPERATION_CHUNK, NAME, &operation);                                           \
    }

ENTRY(float_arithmetic, nbrun_arithmetic, float)
ENTRY(integer_arithmetic, nbrun_arithmetic, int32_t)
ENTRY(float_comparison, nbrun_comparison, uint8_t)
ENTRY(integer_comparison, nbrun_comparison, uint8_t)
