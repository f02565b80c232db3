#pragma once

#include <stddef.h>
#include <stdint.h>

/// What stands outside of an image.
typedef enum {
    NBRUN_FILL_NEAREST,   // aaaa|abcd|dddd
    NBRUN_FILL_CONSTANT,  // kkkk|abcd|kkkk
    NBRUN_FILL_REFLECT,   // dcba|abcd|dcba
    NBRUN_FILL_WRAP,      // abcd|abcd|abcd
} nbrun_fill_mode;

/// Images that lie one after another, row-major, channels last, and what is done with all of them.
typedef struct {
    const float *images;
    size_t height;
    size_t width;
    size_t channels;
    nbrun_fill_mode fill_mode;
    float fill_value;
    /// Every number of the result is multiplied by it.
    float scale;
} nbrun_image_source;

/// Where a new image's pixels come from: pixel (i, j) from row `row[0] * i + row[1] * j + row[2]` of the source image,
/// and from its column likewise. Coordinates must stay within ±2²⁴.
typedef struct {
    size_t source;
    double row[3];
    double column[3];
} nbrun_image_map;

/// Makes `count` images, each by its own map, with bilinear interpolation between the source's pixels.
void nbrun_resample_images(
    const nbrun_image_source *source, const nbrun_image_map *maps, size_t count, float *result);
