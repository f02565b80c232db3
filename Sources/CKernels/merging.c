#include "parallel.h"
#include "training.h"
#include "vectorised.h"

enum { CHUNK = 1 << 13 };

typedef struct {
    nbrun_pair_function function;
    const float *left, *right, *gradient;
    float *result, *left_gradient, *right_gradient;
} pairing;

// What is no number stays none, and the first of two equal numbers is taken.
INLINED int takes_left(nbrun_pair_function function, float left, float right) {
    return (function == NBRUN_PAIR_MAXIMUM ? left >= right : left <= right) || left != left;
}

VECTORISED static void pair_range(size_t begin, size_t end, void *context) {
    const pairing *pairing = context;
    const float *left = pairing->left, *right = pairing->right;
    float *restrict result = pairing->result;
    nbrun_pair_function function = pairing->function;
    if (function == NBRUN_PAIR_PRODUCT) {
        for (size_t i = begin; i < end; i++) result[i] = left[i] * right[i];
    } else {
        for (size_t i = begin; i < end; i++)
            result[i] = takes_left(function, left[i], right[i]) ? left[i] : right[i];
    }
}

void nbrun_pair(
    nbrun_pair_function function, const float *left, const float *right, float *result, size_t count) {
    pairing pairing = {.function = function, .left = left, .right = right, .result = result};
    nbrun_parallel_for(count, CHUNK, pair_range, &pairing);
}

VECTORISED static void pair_gradients_range(size_t begin, size_t end, void *context) {
    const pairing *pairing = context;
    const float *left = pairing->left, *right = pairing->right, *gradient = pairing->gradient;
    float *restrict left_gradient = pairing->left_gradient, *restrict right_gradient = pairing->right_gradient;
    nbrun_pair_function function = pairing->function;
    if (function == NBRUN_PAIR_PRODUCT) {
        for (size_t i = begin; i < end; i++) {
            left_gradient[i] = gradient[i] * right[i];
            right_gradient[i] = gradient[i] * left[i];
        }
    } else {
        for (size_t i = begin; i < end; i++) {
            int to_left = takes_left(function, left[i], right[i]);
            left_gradient[i] = to_left ? gradient[i] : 0;
            right_gradient[i] = to_left ? 0 : gradient[i];
        }
    }
}

void nbrun_pair_gradients(
    nbrun_pair_function function, const float *left, const float *right, const float *gradient, float *left_gradient,
    float *right_gradient, size_t count) {
    pairing pairing = {
        .function = function, .left = left, .right = right, .gradient = gradient, .left_gradient = left_gradient,
        .right_gradient = right_gradient};
    nbrun_parallel_for(count, CHUNK, pair_gradients_range, &pairing);
}
