#pragma once

#include <stddef.h>
#include <stdint.h>

// Convolutions of 3 × 3 with stride 1 by Winograd's F(4×4, 3×3): a tile of 4 × 4 results takes 36 multiplications for
// each channel and filter, where the direct way takes 144. After A. Lavin and S. Gray, "Fast Algorithms for
// Convolutional Neural Networks" (CVPR 2016), section 4.3, with other points; see winograd_transforms.h.
//
// Images lie as oneDNN's nChw16c: 16 channels of a pixel side by side. Kernels lie as (3, 3, channels, filters). Each
// result is summed in an order that the sizes alone decide, so it has the same bits for any number of threads.

/// How the tiles of 4 lie along one axis of a mosaic: images in a row, with so many zeros between them that no result
/// of one sees another. Tiles reach over the border between two images, so fewer of their results are thrown away.
typedef struct {
    /// Pixels of an image, and of its results.
    int size, results;
    /// Zeros before the first pixel and behind the last.
    int margin;
    /// Pixels from an image to the next.
    int period;
    int images, tiles;
} nbrun_winograd_axis;

/// Sizes of a convolution. Channels and filters are multiples of 16.
typedef struct {
    int batch, channels, filters;
    nbrun_winograd_axis rows, columns;
    /// Tiles of all mosaics.
    int tiles;
    /// How many threads find room in the scratch memory.
    int workers;
} nbrun_winograd_shape;

/// Images, or gradients by images. A pooled image holds a number for each 2 × 2 pixels; a last odd row or column has none.
typedef struct {
    const float *values;
    /// NULL, unless the images are pooled: for each number, which of the 4 pixels it belongs to, row by row. The other
    /// three are 0.
    const uint8_t *corners;
} nbrun_winograd_images;

/// What happens to a result before it is stored; each pointer may be NULL.
typedef struct {
    /// Added to it, a number for each filter.
    const float *bias;
    /// Whether negative results become 0.
    int is_rectified;
    /// Laid out as the results are: where this is not positive, the result becomes 0.
    const float *mask;
    /// Whether only the largest of each 2 × 2 results is stored; there is no mask then.
    int is_pooled;
    /// Where that is so: becomes which of the 4 it was, the first where several are equal.
    uint8_t *corners;
} nbrun_winograd_ending;

/// Lays out the tiles in the mosaics that need the fewest of them.
nbrun_winograd_shape nbrun_winograd_shape_of(
    int batch, int channels, int filters, int height, int width, int margin);

/// Whether each 2 × 2 results lie in one tile, so that they can be pooled before they are stored.
int nbrun_winograd_can_pool(const nbrun_winograd_shape *shape);

/// The convolution that takes the gradient by a convolution's results to the gradient by its images.
nbrun_winograd_shape nbrun_winograd_reversed(const nbrun_winograd_shape *shape);

/// Floats of a kernel after its transform.
size_t nbrun_winograd_weights_count(const nbrun_winograd_shape *shape);

/// weights = G kernel Gᵀ, for each channel and filter.
void nbrun_winograd_transform_kernel(const nbrun_winograd_shape *shape, const float *kernel, float *weights);

/// The same for a reversed shape, from the kernel of the convolution that it reverses: turned by half a circle, with
/// channels and filters exchanged.
void nbrun_winograd_transform_reversed_kernel(const nbrun_winograd_shape *shape, const float *kernel, float *weights);

/// The same without the turn, for `nbrun_winograd_convolve_back`.
void nbrun_winograd_transform_transposed_kernel(
    const nbrun_winograd_shape *shape, const float *kernel, float *weights);

/// Floats of scratch memory for `nbrun_winograd_convolve`.
size_t nbrun_winograd_convolution_scratch(const nbrun_winograd_shape *shape);

/// results = Aᵀ [Σ channels weights ⊙ (Bᵀ images B)] A
void nbrun_winograd_convolve(
    const nbrun_winograd_shape *shape, nbrun_winograd_images images, const float *weights,
    nbrun_winograd_ending ending, float *results, float *scratch);

/// The tiles of each image for itself, as `nbrun_winograd_convolve_back` wants them; it can do with few.
nbrun_winograd_shape nbrun_winograd_separated(const nbrun_winograd_shape *shape);

/// Whether the way back by the tiles of the results takes fewer of them than by those of the images, and is possible.
int nbrun_winograd_prefers_back(const nbrun_winograd_shape *shape);

/// Floats of scratch memory for `nbrun_winograd_convolve_back`.
size_t nbrun_winograd_back_scratch(const nbrun_winograd_shape *separated);

/// images = Σ tiles B [Σ filters weights ⊙ (A results Aᵀ)] Bᵀ: from the gradient by the results of a convolution to
/// that by its images, by transposing each of its steps. Where a mask is not positive, the images become 0.
void nbrun_winograd_convolve_back(
    const nbrun_winograd_shape *separated, nbrun_winograd_images results, const float *weights, const float *mask,
    float *images, float *scratch);

/// Floats of scratch memory for `nbrun_winograd_kernel_gradient`.
size_t nbrun_winograd_gradient_scratch(const nbrun_winograd_shape *shape);

/// kernel_gradient = Gᵀ [Σ tiles (Bᵀ images B) ⊙ (A gradient Aᵀ)] G; bias_gradient = Σ gradient, unless it is NULL.
void nbrun_winograd_kernel_gradient(
    const nbrun_winograd_shape *shape, const float *images, nbrun_winograd_images gradient, float *kernel_gradient,
    float *bias_gradient, float *scratch);
