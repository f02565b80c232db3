#pragma once

#include <stddef.h>
#include <stdint.h>

/// What elements are; the first four are those of a tensor, the last is that of sums on their way.
typedef enum {
    NBRUN_UINT8 = 0,
    NBRUN_INT32 = 1,
    NBRUN_FLOAT32 = 2,
    NBRUN_BOOL = 3,
    NBRUN_FLOAT64 = 4,
} nbrun_element_type;

enum { NBRUN_LARGEST_RANK = 16 };

/// Elements that are read in row-major order of `sizes`, wherever they lie: neighbours along an axis are `strides`
/// elements apart, which may be 0 or negative.
typedef struct {
    const void *elements;
    nbrun_element_type type;
    int rank;
    const size_t *sizes;
    const ptrdiff_t *strides;
} nbrun_view;

typedef enum { NBRUN_ADD, NBRUN_SUBTRACT, NBRUN_MULTIPLY, NBRUN_DIVIDE, NBRUN_MAXIMUM, NBRUN_MINIMUM, NBRUN_POWER }
    nbrun_arithmetic;

typedef enum {
    NBRUN_ABSOLUTE,
    NBRUN_EXPONENTIAL,
    NBRUN_LOGARITHM,
    NBRUN_LOGARITHM_2,
    NBRUN_LOGARITHM_10,
    NBRUN_SQUARE_ROOT,
    NBRUN_SINE,
    NBRUN_COSINE,
    NBRUN_TANGENT,
    NBRUN_HYPERBOLIC_TANGENT,
    NBRUN_SIGMOID,
    NBRUN_ROUND_DOWN,
    NBRUN_ROUND_UP,
    NBRUN_ROUND_TO_ZERO,
    NBRUN_ROUND_FROM_ZERO,
    NBRUN_ROUND_HALF_TO_EVEN,
    NBRUN_ROUND_HALF_FROM_ZERO,
} nbrun_function;

typedef enum { NBRUN_EQUAL, NBRUN_NOT_EQUAL, NBRUN_LESS, NBRUN_LESS_OR_EQUAL } nbrun_comparison;

typedef enum { NBRUN_SUM, NBRUN_LARGEST, NBRUN_SMALLEST } nbrun_reduction;

/// result = view, as elements of another type. Floats are cut toward zero and held to the range of whole numbers, NaN
/// becomes 0; whole numbers wrap around; a truth value is whether a number is not 0.
void nbrun_copy(nbrun_view view, size_t count, nbrun_element_type type, void *result);

/// Writes elements over those of `destination`, of which no two are the same.
void nbrun_assign(nbrun_view destination, nbrun_view source, size_t count);

/// result = f(view), in floats.
void nbrun_apply(nbrun_function function, nbrun_view view, size_t count, float *result);

/// result = a ∘ b, in floats. The result may lie where an operand lies that is read in the same order.
void nbrun_float_arithmetic(nbrun_arithmetic operation, nbrun_view a, nbrun_view b, size_t count, float *result);

/// result = a ∘ b, in whole numbers that wrap around; there is no quotient and no power.
void nbrun_integer_arithmetic(nbrun_arithmetic operation, nbrun_view a, nbrun_view b, size_t count, int32_t *result);

/// result = 1 where a ∘ b, else 0; compared as floats.
void nbrun_float_comparison(nbrun_comparison operation, nbrun_view a, nbrun_view b, size_t count, uint8_t *result);

/// result = 1 where a ∘ b, else 0; compared as whole numbers.
void nbrun_integer_comparison(nbrun_comparison operation, nbrun_view a, nbrun_view b, size_t count, uint8_t *result);

/// result[o][i] = the reduction over n of elements[o][n][i]; a NaN among them gives NaN.
///
/// The order of the operations depends on the sizes alone.
void nbrun_reduce(
    nbrun_reduction operation, const void *elements, nbrun_element_type type, size_t outer, size_t count, size_t inner,
    double *result);
