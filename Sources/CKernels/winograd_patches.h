#pragma once

#include <stddef.h>

#include "include/winograd.h"
#include "squares.h"
#include "winograd_tiles.h"

/// Where a pixel of a patch lies: floats from the batch's first pixel in the same block of channels; negative outside.
typedef ptrdiff_t patch_offset;

/// Pixels of a block of channels, row by row.
typedef struct {
    patch_offset offsets[POINTS];
    /// Which of the 4 that share a number each is, where the images are pooled.
    int corners[POINTS];
} patch;

/// The images that pixels are looked up in: a pooled one has a number for each 2 × 2.
typedef struct {
    int height, width, channels, is_pooled;
} image_sizes;

INLINED image_sizes input_sizes(const nbrun_winograd_shape *shape, int is_pooled) {
    return (image_sizes){shape->rows.size, shape->columns.size, shape->channels, is_pooled};
}

INLINED image_sizes result_sizes(const nbrun_winograd_shape *shape, int is_pooled) {
    return (image_sizes){shape->rows.results, shape->columns.results, shape->filters, is_pooled};
}

/// Places one after another along an axis of a mosaic: which of its images each belongs to, which pixel of it each is,
/// and what that adds to the offset; negative, and more than any offset can make up for, in a margin.
typedef struct {
    int images[PATCH], pixels[PATCH];
    patch_offset offsets[PATCH];
} places;

#define OUTSIDE (-((patch_offset)1 << 48))

INLINED places places_from(
    int position, int count, const nbrun_winograd_axis *axis, int size, int is_pooled, patch_offset image_step,
    patch_offset pixel_step) {
    places places;
    int image = position < 0 ? 0 : position / axis->period, pixel = position - image * axis->period;
    for (int i = 0; i < count; i++) {
        int is_inside = pixel >= 0 && pixel >> is_pooled < size && image < axis->images;
        places.images[i] = image;
        places.pixels[i] = pixel;
        places.offsets[i] = is_inside ? image * image_step + (pixel >> is_pooled) * pixel_step : OUTSIDE;
        if (++pixel == axis->period) {
            image++;
            pixel = 0;
        }
    }
    return places;
}

/// Finds `edge` × `edge` pixels, the first of them `margin` before the tile.
INLINED void locate(
    const nbrun_winograd_shape *shape, int tile, int edge, int vertical_margin, int horizontal_margin,
    image_sizes sizes, patch *patch) {
    const nbrun_winograd_axis *vertical = &shape->rows, *horizontal = &shape->columns;
    int row = tile / horizontal->tiles, column = tile % horizontal->tiles, mosaic = row / vertical->tiles;
    row %= vertical->tiles;
    int height = sizes.height >> sizes.is_pooled, width = sizes.width >> sizes.is_pooled;
    patch_offset image_size = (patch_offset)height * width * sizes.channels;
    places rows = places_from(
        row * TILE - vertical_margin, edge, vertical, height, sizes.is_pooled, horizontal->images * image_size,
        width * LANES);
    places columns = places_from(
        column * TILE - horizontal_margin, edge, horizontal, width, sizes.is_pooled, image_size, LANES);
    // The last mosaic need not be full, and tiles behind the last belong to none.
    int first_image = mosaic * vertical->images * horizontal->images, left = shape->batch - first_image;
    for (int y = 0; y < edge; y++)
        for (int x = 0; x < edge; x++) {
            patch_offset offset = first_image * image_size + rows.offsets[y] + columns.offsets[x];
            int is_inside = rows.images[y] * horizontal->images + columns.images[x] < left;
            patch->offsets[y * edge + x] = is_inside ? offset : OUTSIDE;
            patch->corners[y * edge + x] = (rows.pixels[y] & 1) * 2 + (columns.pixels[x] & 1);
        }
}

/// The 6 × 6 pixels that a tile needs.
INLINED void locate_input(const nbrun_winograd_shape *shape, int tile, int is_pooled, patch *patch) {
    const nbrun_winograd_axis *rows = &shape->rows, *columns = &shape->columns;
    locate(shape, tile, PATCH, rows->margin, columns->margin, input_sizes(shape, is_pooled), patch);
}

/// The 4 × 4 results of a tile.
INLINED void locate_results(const nbrun_winograd_shape *shape, int tile, int is_pooled, patch *patch) {
    locate(shape, tile, TILE, 0, 0, result_sizes(shape, is_pooled), patch);
}

/// Points at a patch's pixels in the block of channels that begins here, and at zeros outside of the image. Those of a
/// pooled image are made, in the room.
INLINED void point_at(
    const nbrun_winograd_images *images, size_t block, const patch *patch, int count, lanes *room,
    const lanes **pixels) {
    for (int i = 0; i < count; i++) {
        size_t place = block + patch->offsets[i];
        if (patch->offsets[i] < 0)
            pixels[i] = &NOTHING;
        else if (images->corners)
            pixels[i] = unpool(images->values + place, images->corners + place, patch->corners[i], &room[i]);
        else
            pixels[i] = lanes_at(images->values + place);
    }
}

/// Floats of a block of 16 channels of one image.
INLINED size_t block_size(image_sizes sizes) {
    return (size_t)(sizes.height >> sizes.is_pooled) * (sizes.width >> sizes.is_pooled) * LANES;
}
