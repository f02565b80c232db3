#pragma once

#include "winograd_transforms.h"

// What both ways to the gradient of a kernel end with.

/// Takes the sums of 16 filters back to the kernel, and puts them into the gradient.
INLINED void put_kernel_gradient(
    const lanes points[POINTS], const nbrun_winograd_shape *shape, size_t channel, int filter, float *gradient) {
    lanes kernel[9];
    transform_kernel_gradient(points, kernel);
    for (size_t i = 0; i < 9; i++)
        *lanes_to(gradient + (i * shape->channels + channel) * shape->filters + filter) = kernel[i];
}

/// Adds the bias's gradients of the parts that the images were divided into.
INLINED void add_bias_parts(const float *sums, size_t parts, size_t filters, float *gradient) {
    for (size_t filter = 0; filter < filters; filter++) {
        float sum = 0;
        for (size_t part = 0; part < parts; part++) sum += sums[part * filters + filter];
        gradient[filter] = sum;
    }
}
