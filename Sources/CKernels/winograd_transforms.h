#pragma once

#include "winograd_tiles.h"

// The transforms of F(4, 3) along one axis, and of F(4×4, 3×3) along both. A polynomial product is found from its
// values at six points: 0, ±P, ±Q and infinity. Lavin and Gray took 1 and 2; the powers of 5/8 and 3/2 stay closer
// together, so that less is lost in rounding (a fifth of the error), and they are floats without rounding.
static const float P = 0.625f, Q = 1.5f;
#define P2 (P * P)
#define Q2 (Q * Q)
#define KERNEL_P (1 / (2 * P2 * (P2 - Q2)))
#define KERNEL_Q (1 / (2 * Q2 * (Q2 - P2)))

/// Bᵀ d
INLINED void input_points(const lanes d[PATCH], lanes points[PATCH]) {
    lanes even_p = d[4] - Q2 * d[2], odd_p = P * d[3] - P * Q2 * d[1];
    lanes even_q = d[4] - P2 * d[2], odd_q = Q * d[3] - Q * P2 * d[1];
    points[0] = P2 * Q2 * d[0] + (d[4] - (P2 + Q2) * d[2]);
    points[1] = even_p + odd_p;
    points[2] = even_p - odd_p;
    points[3] = even_q + odd_q;
    points[4] = even_q - odd_q;
    points[5] = P2 * Q2 * d[1] + (d[5] - (P2 + Q2) * d[3]);
}

/// Aᵀ m
INLINED void results_from_points(const lanes m[PATCH], lanes results[TILE]) {
    lanes sum_p = m[1] + m[2], difference_p = m[1] - m[2], sum_q = m[3] + m[4], difference_q = m[3] - m[4];
    results[0] = m[0] + (sum_p + sum_q);
    results[1] = P * difference_p + Q * difference_q;
    results[2] = P2 * sum_p + Q2 * sum_q;
    results[3] = P * P2 * difference_p + (Q * Q2 * difference_q + m[5]);
}

/// B m
INLINED void input_from_points(const lanes m[PATCH], lanes d[PATCH]) {
    lanes sum_p = m[1] + m[2], difference_p = m[1] - m[2], sum_q = m[3] + m[4], difference_q = m[3] - m[4];
    d[0] = P2 * Q2 * m[0];
    d[1] = P2 * Q2 * m[5] - (P * Q2 * difference_p + Q * P2 * difference_q);
    d[2] = -((P2 + Q2) * m[0]) - (Q2 * sum_p + P2 * sum_q);
    d[3] = P * difference_p + (Q * difference_q - (P2 + Q2) * m[5]);
    d[4] = m[0] + (sum_p + sum_q);
    d[5] = m[5];
}

/// A g
INLINED void gradient_points(const lanes g[TILE], lanes points[PATCH]) {
    lanes even_p = g[0] + P2 * g[2], odd_p = P * g[1] + P * P2 * g[3];
    lanes even_q = g[0] + Q2 * g[2], odd_q = Q * g[1] + Q * Q2 * g[3];
    points[0] = g[0];
    points[1] = even_p + odd_p;
    points[2] = even_p - odd_p;
    points[3] = even_q + odd_q;
    points[4] = even_q - odd_q;
    points[5] = g[3];
}

/// G w
INLINED void kernel_points(const lanes w[3], lanes points[PATCH]) {
    lanes even_p = KERNEL_P * w[0] + KERNEL_P * P2 * w[2], odd_p = KERNEL_P * P * w[1];
    lanes even_q = KERNEL_Q * w[0] + KERNEL_Q * Q2 * w[2], odd_q = KERNEL_Q * Q * w[1];
    points[0] = 1 / (P2 * Q2) * w[0];
    points[1] = even_p + odd_p;
    points[2] = even_p - odd_p;
    points[3] = even_q + odd_q;
    points[4] = even_q - odd_q;
    points[5] = w[2];
}

/// Gᵀ u
INLINED void kernel_from_points(const lanes u[PATCH], lanes kernel[3]) {
    lanes sum_p = u[1] + u[2], difference_p = u[1] - u[2], sum_q = u[3] + u[4], difference_q = u[3] - u[4];
    kernel[0] = 1 / (P2 * Q2) * u[0] + (KERNEL_P * sum_p + KERNEL_Q * sum_q);
    kernel[1] = KERNEL_P * P * difference_p + KERNEL_Q * Q * difference_q;
    kernel[2] = KERNEL_P * P2 * sum_p + (KERNEL_Q * Q2 * sum_q + u[5]);
}

/// Where points are written: what is read again soon stays in the caches, the rest goes past them.
enum { KEPT = 0, STREAMED = 1 };

INLINED void store_points(const lanes values[PATCH], float *points, size_t stride, const int is_streamed) {
#pragma unroll
    for (int x = 0; x < PATCH; x++)
        if (is_streamed)
            __builtin_nontemporal_store(values[x], lanes_to(points + x * stride));
        else
            *lanes_to(points + x * stride) = values[x];
}

/// Bᵀ d B; the points lie `stride` floats apart.
INLINED void transform_input(
    const lanes *const pixels[POINTS], float *points, size_t stride, const int is_streamed) {
    lanes halfway[PATCH][PATCH], line[PATCH], transformed[PATCH];
#pragma unroll
    for (int x = 0; x < PATCH; x++) {
#pragma unroll
        for (int y = 0; y < PATCH; y++) line[y] = *pixels[y * PATCH + x];
        input_points(line, transformed);
#pragma unroll
        for (int y = 0; y < PATCH; y++) halfway[y][x] = transformed[y];
    }
#pragma unroll
    for (int y = 0; y < PATCH; y++) {
        input_points(halfway[y], transformed);
        store_points(transformed, points + y * PATCH * stride, stride, is_streamed);
    }
}

/// Aᵀ m A
INLINED void transform_output(const float *points, size_t stride, lanes results[TILE][TILE]) {
    lanes halfway[TILE][PATCH], line[PATCH], transformed[TILE];
#pragma unroll
    for (int x = 0; x < PATCH; x++) {
#pragma unroll
        for (int y = 0; y < PATCH; y++) line[y] = *lanes_at(points + (y * PATCH + x) * stride);
        results_from_points(line, transformed);
#pragma unroll
        for (int y = 0; y < TILE; y++) halfway[y][x] = transformed[y];
    }
#pragma unroll
    for (int y = 0; y < TILE; y++) results_from_points(halfway[y], results[y]);
}

/// B m Bᵀ, added to a patch whose rows lie so many floats apart.
INLINED void add_input_from_points(const float *points, size_t stride, float *patch, size_t row) {
    lanes halfway[PATCH][PATCH], line[PATCH], transformed[PATCH];
#pragma unroll
    for (int x = 0; x < PATCH; x++) {
#pragma unroll
        for (int y = 0; y < PATCH; y++) line[y] = *lanes_at(points + (y * PATCH + x) * stride);
        input_from_points(line, transformed);
#pragma unroll
        for (int y = 0; y < PATCH; y++) halfway[y][x] = transformed[y];
    }
#pragma unroll
    for (int y = 0; y < PATCH; y++) {
        input_from_points(halfway[y], transformed);
#pragma unroll
        for (int x = 0; x < PATCH; x++) *lanes_to(patch + y * row + x * LANES) += transformed[x];
    }
}

/// A g Aᵀ; adds all of g to the sum.
INLINED void transform_gradient(
    const lanes *const gradient[TILE * TILE], float *points, size_t stride, lanes *sum, const int is_streamed) {
    lanes halfway[PATCH][TILE], line[TILE], transformed[PATCH];
#pragma unroll
    for (int x = 0; x < TILE; x++) {
#pragma unroll
        for (int y = 0; y < TILE; y++) line[y] = *gradient[y * TILE + x];
        *sum += (line[0] + line[1]) + (line[2] + line[3]);
        gradient_points(line, transformed);
#pragma unroll
        for (int y = 0; y < PATCH; y++) halfway[y][x] = transformed[y];
    }
#pragma unroll
    for (int y = 0; y < PATCH; y++) {
        gradient_points(halfway[y], transformed);
        store_points(transformed, points + y * PATCH * stride, stride, is_streamed);
    }
}

/// G w Gᵀ
INLINED void transform_kernel(const lanes kernel[9], float *points, size_t stride) {
    lanes halfway[PATCH][3], line[3], transformed[PATCH];
    for (int x = 0; x < 3; x++) {
        for (int y = 0; y < 3; y++) line[y] = kernel[y * 3 + x];
        kernel_points(line, transformed);
        for (int y = 0; y < PATCH; y++) halfway[y][x] = transformed[y];
    }
    for (int y = 0; y < PATCH; y++) {
        kernel_points(halfway[y], transformed);
        for (int x = 0; x < PATCH; x++) *lanes_to(points + (y * PATCH + x) * stride) = transformed[x];
    }
}

/// Gᵀ u G
INLINED void transform_kernel_gradient(const lanes points[POINTS], lanes kernel[9]) {
    lanes halfway[3][PATCH], line[PATCH], transformed[3];
    for (int x = 0; x < PATCH; x++) {
        for (int y = 0; y < PATCH; y++) line[y] = points[y * PATCH + x];
        kernel_from_points(line, transformed);
        for (int y = 0; y < 3; y++) halfway[y][x] = transformed[y];
    }
    for (int y = 0; y < 3; y++) kernel_from_points(halfway[y], kernel + y * 3);
}
