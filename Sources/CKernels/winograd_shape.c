#include "parallel.h"
#include "winograd.h"
#include "winograd_panels.h"

/// More images side by side gain nothing that counts.
enum { MOST_IMAGES = 8 };

static nbrun_winograd_axis axis_of(int size, int margin, int images) {
    int results = size + 2 * margin - 2, period = size + margin;
    int length = period * (images - 1) + results;
    return (nbrun_winograd_axis){size, results, margin, period, images, (length + TILE - 1) / TILE};
}

nbrun_winograd_shape nbrun_winograd_shape_of(
    int batch, int channels, int filters, int height, int width, int margin) {
    nbrun_winograd_shape best = {0};
    for (int down = 1; down <= MOST_IMAGES; down++)
        for (int across = 1; across <= MOST_IMAGES; across++) {
            nbrun_winograd_axis rows = axis_of(height, margin, down), columns = axis_of(width, margin, across);
            int mosaics = (batch + down * across - 1) / (down * across), tiles = mosaics * rows.tiles * columns.tiles;
            if (best.tiles == 0 || tiles < best.tiles)
                best = (nbrun_winograd_shape){batch, channels, filters, rows, columns, tiles, 0};
        }
    best.workers = (int)nbrun_thread_count();
    return best;
}

static int begins_at_even_places(const nbrun_winograd_axis *axis) { return axis->images == 1 || axis->period % 2 == 0; }

int nbrun_winograd_can_pool(const nbrun_winograd_shape *shape) {
    return begins_at_even_places(&shape->rows) && begins_at_even_places(&shape->columns);
}

nbrun_winograd_shape nbrun_winograd_reversed(const nbrun_winograd_shape *shape) {
    return nbrun_winograd_shape_of(
        shape->batch, shape->filters, shape->channels, shape->rows.results, shape->columns.results,
        2 - shape->rows.margin);
}

nbrun_winograd_shape nbrun_winograd_separated(const nbrun_winograd_shape *shape) {
    nbrun_winograd_shape separated = *shape;
    separated.rows = axis_of(shape->rows.size, shape->rows.margin, 1);
    separated.columns = axis_of(shape->columns.size, shape->columns.margin, 1);
    separated.tiles = shape->batch * separated.rows.tiles * separated.columns.tiles;
    return separated;
}

size_t nbrun_winograd_weights_count(const nbrun_winograd_shape *shape) {
    int last = (shape->filters - 1) / PANEL * PANEL;
    return panel_offset(shape->channels, last)
        + POINTS * weights_stride(shape->channels, panel_width(shape->filters, last));
}
