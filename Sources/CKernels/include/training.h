#pragma once

#include <stddef.h>
#include <stdint.h>

#include "dense.h"
#include "random.h"

/// Keeps each value with a probability of 1 - rate, times 1 / (1 - rate), and sets the others to 0.
///
/// The same place keeps the same elements, so that gradients go the way that the values went.
void nbrun_dropout(nbrun_random_place place, double rate, const float *source, float *result, size_t count);

/// result = source * scale where a value is positive, else 0.
void nbrun_mask_positive(const float *values, const float *source, float *result, size_t count, float scale);

/// The largest of each 2 × 2 pixels, side by side, and which of them it is, 0 to 3 row by row, unless `corners` is NULL.
///
/// A plane holds 16 channels of an image, those of a pixel side by side. A last odd row or column is left out.
void nbrun_pool_squares(
    const float *images, float *result, uint8_t *corners, size_t planes, size_t height, size_t width);

/// The gradient by the images, from that by what was made of them.
void nbrun_unpool_squares(
    const float *gradient, const uint8_t *corners, float *result, size_t planes, size_t height, size_t width);

/// sum += values
void nbrun_add(const float *values, float *sum, size_t count);

/// result = source * factor, with a factor for each image and channel.
///
/// Memory holds for each image blocks of so many lanes, one a channel; in a block the pixels, in a pixel the lanes.
void nbrun_scale_channels(
    const float *source, const float *factors, float *result, size_t images, size_t channels, size_t pixels,
    size_t lanes);

/// Up to the limit each value above the threshold; below it slope * (value - threshold).
void nbrun_bounded_relu(
    const float *values, float *result, size_t count, float limit, float slope, float threshold);

/// The gradients by the values, from those by the results.
void nbrun_bounded_relu_gradient(
    const float *values, const float *gradients, float *result, size_t count, float limit, float slope,
    float threshold);

/// What two numbers become one by.
typedef enum { NBRUN_PAIR_PRODUCT, NBRUN_PAIR_MAXIMUM, NBRUN_PAIR_MINIMUM } nbrun_pair_function;

/// result = function(left, right)
void nbrun_pair(
    nbrun_pair_function function, const float *left, const float *right, float *result, size_t count);

/// The gradients by both numbers, from that by the result; of two equal numbers, the left is the maximum or minimum.
void nbrun_pair_gradients(
    nbrun_pair_function function, const float *left, const float *right, const float *gradient, float *left_gradient,
    float *right_gradient, size_t count);

/// average += (values - average) * rate
void nbrun_move_average(const float *values, float *average, size_t count, float rate);

/// l1 Σ|w| + l2 Σw²
double nbrun_penalty(const float *values, size_t count, double l1, double l2);

/// g += l1 sign(w) + 2 l2 w
void nbrun_add_penalty_gradient(const float *values, float *gradients, size_t count, float l1, float l2);

/// result[i] = source[indices[i]], for rows of so many floats.
void nbrun_gather_rows(const float *source, const int32_t *indices, float *result, size_t rows, size_t width);

/// The sum of the squares of all values; the same bits on any number of threads.
double nbrun_sum_of_squares(const float *values, size_t count);

/// Predictions of some samples with what they should be.
typedef struct {
    float *predictions;
    /// The number of the right class of each row, or else NULL.
    const int32_t *labels;
    /// As many numbers a row as the predictions have, where there are no labels.
    const float *targets;
    /// What the loss of each row is multiplied by; NULL for 1.
    const float *weights;
    /// Where the gradient of the mean loss of a row goes; NULL where nobody asks for it.
    float *gradient;
    size_t rows, width;
} nbrun_loss_batch;

/// Each of these gives the sum over all rows of weight * loss.

/// -Σ t log p, p being the softmax of the predictions, which p may take the place of.
///
/// Where there are no labels, the targets t, which sum to 1, first become t (1 - smoothing) + smoothing / width.
double nbrun_softmax_cross_entropy(const nbrun_loss_batch *batch, float smoothing, int gives_probabilities);

/// The same for predictions that are probabilities: divided by their sum, and kept within 1e-7 … 1 - 1e-7.
double nbrun_categorical_cross_entropy(const nbrun_loss_batch *batch, float smoothing);

/// The mean over a row of -t log p - (1 - t) log(1 - p), p being the sigmoid of a prediction, which it may replace.
///
/// The targets t first become t (1 - smoothing) + smoothing / 2.
double nbrun_sigmoid_cross_entropy(const nbrun_loss_batch *batch, float smoothing, int gives_probabilities);

/// The same for predictions that are probabilities, kept within 1e-7 … 1 - 1e-7.
double nbrun_binary_cross_entropy(const nbrun_loss_batch *batch, float smoothing);

/// The mean over a row of (y - t)².
double nbrun_squared_error(const nbrun_loss_batch *batch);

/// The mean over a row of |y - t|.
double nbrun_absolute_error(const nbrun_loss_batch *batch);

/// The mean over a row of e² / 2 where |e| = |y - t| is at most delta, else delta (|e| - delta / 2).
double nbrun_huber(const nbrun_loss_batch *batch, float delta);

/// Numbers w to update by their gradients g, all in one layout.
///
/// Before the update, w loses the part `decay` of itself, and g is multiplied by a factor, then kept within
/// -limit…limit.
typedef struct {
    float *values;
    const float *gradients;
    /// What the optimizer remembers, as far as it does.
    float *first_slot, *second_slot;
    size_t count;
    float rate, decay, gradient_factor, gradient_limit;
    /// The dense layer whose weights these are, where its gradient is made on the way; then `gradients` is not read.
    const nbrun_dense_backward *layer;
} nbrun_update;

/// m += (g - m)(1 - beta1); v += (g² - v)(1 - beta2); w -= rate * (m * mean_part + g * gradient_part) / (√v + epsilon).
///
/// Adam has a mean_part of 1 and a gradient_part of 0; Nadam looks ahead with others.
void nbrun_adam(
    const nbrun_update *update, float beta1, float beta2, float epsilon, float mean_part, float gradient_part);

/// w -= rate * g
void nbrun_sgd(const nbrun_update *update);

/// s = momentum * s - rate * g; w += s, or with Nesterov's look ahead w += momentum * s - rate * g
void nbrun_sgd_momentum(const nbrun_update *update, float momentum, int nesterov);

/// v = rho * v + (1 - rho) g²; s = momentum * s + rate * g / √(v + epsilon); w -= s
void nbrun_rmsprop(const nbrun_update *update, float rho, float momentum, float epsilon);

/// a += g²; w -= rate * g / √(a + epsilon)
void nbrun_adagrad(const nbrun_update *update, float epsilon);
