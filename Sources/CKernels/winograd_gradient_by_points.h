#pragma once

#include "include/winograd.h"

/// Floats of scratch memory for the way by points.
size_t nbrun_winograd_gradient_scratch_by_points(const nbrun_winograd_shape *shape);

/// What `nbrun_winograd_kernel_gradient` gives, for large kernels.
void nbrun_winograd_kernel_gradient_by_points(
    const nbrun_winograd_shape *shape, const float *images, nbrun_winograd_images gradient, float *kernel_gradient,
    float *bias_gradient, float *scratch);
