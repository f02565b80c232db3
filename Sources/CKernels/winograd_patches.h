#pragma once

#include <stddef.h>

#include "include/winograd.h"
#include "winograd_tiles.h"

/// Where a pixel of a patch lies: floats from the batch's first pixel in the same block of channels; negative outside.
typedef ptrdiff_t patch_offset;

/// Places one after another along an axis of a mosaic: which of its images each belongs to, and what its pixel adds to
/// the offset; negative, and more than any offset can make up for, in a margin.
typedef struct {
    int images[PATCH];
    patch_offset offsets[PATCH];
} places;

#define OUTSIDE (-((patch_offset)1 << 48))

INLINED places places_from(
    int position, int count, const nbrun_winograd_axis *axis, int size, patch_offset image_step,
    patch_offset pixel_step) {
    places places;
    int image = position < 0 ? 0 : position / axis->period, pixel = position - image * axis->period;
    for (int i = 0; i < count; i++) {
        int is_inside = pixel >= 0 && pixel < size && image < axis->images;
        places.images[i] = image;
        places.offsets[i] = is_inside ? image * image_step + pixel * pixel_step : OUTSIDE;
        if (++pixel == axis->period) {
            image++;
            pixel = 0;
        }
    }
    return places;
}

/// Finds the offsets of `edge` × `edge` pixels, the first of them `margin` before the tile, in images of this size.
INLINED void locate(
    const nbrun_winograd_shape *shape, int tile, int edge, int vertical_margin, int horizontal_margin, int height,
    int width, int channels, patch_offset *offsets) {
    const nbrun_winograd_axis *vertical = &shape->rows, *horizontal = &shape->columns;
    int row = tile / horizontal->tiles, column = tile % horizontal->tiles, mosaic = row / vertical->tiles;
    row %= vertical->tiles;
    patch_offset image_size = (patch_offset)height * width * channels;
    places rows = places_from(
        row * TILE - vertical_margin, edge, vertical, height, horizontal->images * image_size, width * LANES);
    places columns =
        places_from(column * TILE - horizontal_margin, edge, horizontal, width, image_size, LANES);
    // The last mosaic need not be full, and tiles behind the last belong to none.
    int first_image = mosaic * vertical->images * horizontal->images, left = shape->batch - first_image;
    for (int y = 0; y < edge; y++)
        for (int x = 0; x < edge; x++) {
            patch_offset offset = first_image * image_size + rows.offsets[y] + columns.offsets[x];
            int is_inside = rows.images[y] * horizontal->images + columns.images[x] < left;
            offsets[y * edge + x] = is_inside ? offset : OUTSIDE;
        }
}

/// The 6 × 6 pixels that a tile needs.
INLINED void locate_input(const nbrun_winograd_shape *shape, int tile, patch_offset offsets[POINTS]) {
    const nbrun_winograd_axis *rows = &shape->rows, *columns = &shape->columns;
    locate(shape, tile, PATCH, rows->margin, columns->margin, rows->size, columns->size, shape->channels, offsets);
}

/// The 4 × 4 results of a tile.
INLINED void locate_results(const nbrun_winograd_shape *shape, int tile, patch_offset offsets[TILE * TILE]) {
    locate(shape, tile, TILE, 0, 0, shape->rows.results, shape->columns.results, shape->filters, offsets);
}

/// Points at a patch's pixels in a block of channels, and at zeros outside of the image.
INLINED void point_at(const float *block, const patch_offset *offsets, int count, const lanes **pixels) {
    for (int i = 0; i < count; i++) pixels[i] = offsets[i] < 0 ? &NOTHING : lanes_at(block + offsets[i]);
}

/// Floats of a block of 16 channels of one image.
INLINED size_t block_size(const nbrun_winograd_axis *rows, const nbrun_winograd_axis *columns, int of_results) {
    size_t height = of_results ? rows->results : rows->size, width = of_results ? columns->results : columns->size;
    return height * width * LANES;
}
