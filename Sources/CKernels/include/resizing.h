#pragma once

#include <stddef.h>

/// Planes of height × width pixels, each of `depth` floats side by side.
typedef struct {
    size_t count, height, width, depth;
} nbrun_planes;

/// How many rows and columns lie around each plane.
typedef struct {
    size_t top, bottom, left, right;
} nbrun_borders;

/// result = the source's planes with zeros around them.
void nbrun_pad_with_zeros(nbrun_planes source, nbrun_borders borders, const float *values, float *result);

/// result = planes of these sizes, out of the middle of larger ones.
void nbrun_cut_borders(nbrun_planes result_planes, nbrun_borders borders, const float *values, float *result);

/// By which factors planes grow, and how.
typedef struct {
    size_t height, width;
    /// Whether a pixel of the result is made of the four around its place, else it is the nearest one.
    int is_bilinear;
} nbrun_enlargement;

/// result = the source's planes, enlarged.
void nbrun_enlarge(nbrun_planes source, nbrun_enlargement enlargement, const float *values, float *result);

/// result = the gradient by the source's planes, of the gradient by what they were enlarged to.
void nbrun_enlarge_backward(nbrun_planes source, nbrun_enlargement enlargement, const float *gradient, float *result);
