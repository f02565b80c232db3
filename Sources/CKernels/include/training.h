#pragma once

#include <stddef.h>
#include <stdint.h>

#include "random.h"

/// Keeps each value with a probability of 1 - rate, times 1 / (1 - rate), and sets the others to 0.
///
/// The same place keeps the same elements, so that gradients go the way that the values went.
void nbrun_dropout(nbrun_random_place place, double rate, const float *source, float *result, size_t count);

/// result = source * scale where a value is positive, else 0.
void nbrun_mask_positive(const float *values, const float *source, float *result, size_t count, float scale);

/// sum += values
void nbrun_add(const float *values, float *sum, size_t count);

/// result[i] = source[indices[i]], for rows of so many floats.
void nbrun_gather_rows(const float *source, const int32_t *indices, float *result, size_t rows, size_t width);

/// Makes each row of logits into probabilities, in place, and gives the sum over all rows of -log p(label).
///
/// gradient, where it is not NULL, becomes (p - 1[label]) * scale.
double nbrun_softmax_cross_entropy(
    float *logits, const int32_t *labels, float *gradient, size_t rows, size_t width, float scale);

/// m += (g - m)(1 - beta1); v += (g² - v)(1 - beta2); w -= rate * m / (√v + epsilon)
void nbrun_adam(
    float *values, const float *gradients, float *means, float *variances, size_t count, float rate, float beta1,
    float beta2, float epsilon);

/// w -= rate * g
void nbrun_sgd(float *values, const float *gradients, size_t count, float rate);

/// s = momentum * s - rate * g; w += s, or with Nesterov's look ahead w += momentum * s - rate * g
void nbrun_sgd_momentum(
    float *values, const float *gradients, float *speeds, size_t count, float rate, float momentum, int nesterov);

/// v = rho * v + (1 - rho) g²; s = momentum * s + rate * g / √(v + epsilon); w -= s
void nbrun_rmsprop(
    float *values, const float *gradients, float *variances, float *speeds, size_t count, float rate, float rho,
    float momentum, float epsilon);
