#pragma once

#include <stddef.h>

#include "include/winograd.h"
#include "winograd_lanes.h"

/// Where the pixels of a patch lie: floats from the batch's first pixel in the same block of channels; -1 outside.
typedef ptrdiff_t patch_offset;

/// A place along an axis of a mosaic: which of its images it belongs to, and the pixel in that; -1 in a margin.
typedef struct {
    int image, pixel;
} place;

INLINED place place_at(const nbrun_winograd_axis *axis, int size, int position) {
    int image = position < 0 ? 0 : position / axis->period, pixel = position - image * axis->period;
    int is_inside = pixel >= 0 && pixel < size && image < axis->images;
    return (place){image, is_inside ? pixel : -1};
}

/// Finds the offsets of a patch from its place in each axis.
INLINED void locate(
    const nbrun_winograd_shape *shape, int mosaic, const place *rows, const place *columns, int edge, int height,
    int width, int channels, patch_offset *offsets) {
    for (int y = 0; y < edge; y++)
        for (int x = 0; x < edge; x++) {
            ptrdiff_t image = (mosaic * shape->rows.images + rows[y].image) * shape->columns.images + columns[x].image;
            int is_inside = rows[y].pixel >= 0 && columns[x].pixel >= 0 && image < shape->batch;
            ptrdiff_t line = image * (channels / LANES) * height + rows[y].pixel;
            offsets[y * edge + x] = is_inside ? (line * width + columns[x].pixel) * LANES : -1;
        }
}

/// The 6 × 6 pixels that a tile needs. A tile behind the last has none.
INLINED void locate_input(const nbrun_winograd_shape *shape, int tile, patch_offset offsets[POINTS]) {
    const nbrun_winograd_axis *vertical = &shape->rows, *horizontal = &shape->columns;
    int row = tile / horizontal->tiles % vertical->tiles, column = tile % horizontal->tiles;
    place rows[PATCH], columns[PATCH];
    for (int i = 0; i < PATCH; i++) {
        rows[i] = place_at(vertical, vertical->size, row * TILE + i - vertical->margin);
        columns[i] = place_at(horizontal, horizontal->size, column * TILE + i - horizontal->margin);
    }
    int mosaic = tile / (vertical->tiles * horizontal->tiles);
    locate(shape, mosaic, rows, columns, PATCH, vertical->size, horizontal->size, shape->channels, offsets);
}

/// The 4 × 4 results of a tile.
INLINED void locate_results(const nbrun_winograd_shape *shape, int tile, patch_offset offsets[TILE * TILE]) {
    const nbrun_winograd_axis *vertical = &shape->rows, *horizontal = &shape->columns;
    int row = tile / horizontal->tiles % vertical->tiles, column = tile % horizontal->tiles;
    place rows[TILE], columns[TILE];
    for (int i = 0; i < TILE; i++) {
        rows[i] = place_at(vertical, vertical->results, row * TILE + i);
        columns[i] = place_at(horizontal, horizontal->results, column * TILE + i);
    }
    int mosaic = tile / (vertical->tiles * horizontal->tiles);
    locate(shape, mosaic, rows, columns, TILE, vertical->results, horizontal->results, shape->filters, offsets);
}

static const lanes NOTHING = {0};

/// Points at a patch's pixels in a block of channels, and at zeros outside of the image.
INLINED void point_at(const float *block, const patch_offset *offsets, int count, const lanes **pixels) {
    for (int i = 0; i < count; i++) pixels[i] = offsets[i] < 0 ? &NOTHING : lanes_at(block + offsets[i]);
}

/// Floats of a block of 16 channels of one image.
INLINED size_t block_size(const nbrun_winograd_axis *rows, const nbrun_winograd_axis *columns, int of_results) {
    size_t height = of_results ? rows->results : rows->size, width = of_results ? columns->results : columns->size;
    return height * width * LANES;
}
