#pragma once

#include <stddef.h>

// Dense layers whose weights lie in panels of 64 outputs: (outputs / 64, inputs, 64). Inputs are a multiple of 16,
// outputs of 64. Other arrays have a row for each sample. Each sum has an order that the sizes alone decide.

/// results = values · weights + bias, for a multiple of 4 samples.
typedef struct {
    size_t samples, inputs, outputs;
    /// How many threads find room in the scratch memory.
    size_t workers;
    /// The bias may be NULL.
    const float *values, *weights, *bias;
    /// Whether negative results become 0.
    int is_rectified;
    float *results;
    /// As many floats as `nbrun_dense_forward_scratch` says.
    float *scratch;
} nbrun_dense_forward;

size_t nbrun_dense_forward_scratch(size_t samples, size_t inputs, size_t workers);

void nbrun_dense_forward_run(const nbrun_dense_forward *layer);

/// A dense layer on the way back, results = inputs · weights, from the gradient by its results.
///
/// The gradient by the weights lies as they do. Samples and channels are multiples of 16.
typedef struct {
    size_t samples, inputs, outputs;
    /// How many of the inputs belong to one pixel of an image; all of them where there is no image.
    size_t channels;
    /// How many threads find room in the scratch memory.
    size_t workers;
    /// (samples, inputs) and (samples, outputs)
    const float *values, *gradient;
    /// gradient · weightsᵀ, in blocks of 16 channels: (samples, channels / 16, pixels, 16). NULL where nobody wants it.
    float *values_gradient;
    /// As many floats as `nbrun_dense_backward_scratch` says.
    float *scratch;
} nbrun_dense_backward;

/// Receives the gradient of a piece of the weights, which lies `first` floats behind their beginning.
typedef void (*nbrun_gradient_piece_body)(size_t first, size_t count, const float *gradient, void *context);

/// Floats of scratch memory.
size_t nbrun_dense_backward_scratch(size_t samples, size_t outputs, size_t workers);

/// Calls `body` with the gradient of each piece of the weights, valuesᵀ · gradient, on all threads.
///
/// The weights of a piece have been read when its gradient is given, so that it may change them: they, and what else
/// lies beside them in up to two more arrays, go through the caches once instead of three times.
void nbrun_dense_backward_pieces(
    const nbrun_dense_backward *layer, const float *const weights_and_more[3], nbrun_gradient_piece_body body,
    void *context);

/// result[column] = Σ rows
void nbrun_sum_rows(const float *rows, size_t row_count, size_t width, float *result);
