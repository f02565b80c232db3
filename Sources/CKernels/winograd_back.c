#include <stdatomic.h>
#include <string.h>

#include "parallel.h"
#include "winograd.h"
#include "winograd_patches.h"
#include "winograd_products.h"
#include "winograd_transforms.h"

/// A block holds whole images, so that overlapping patches are added by one thread, in order.
typedef struct {
    const nbrun_winograd_shape *shape;
    nbrun_winograd_images results;
    const float *weights, *mask;
    float *images, *scratch;
    int tiles_of_image, images_of_block;
    /// Floats of a row of an image with room for all of its patches, and of all of its rows.
    size_t canvas_row, canvas_size;
    atomic_int next;
} back_job;

static back_job job_for(const nbrun_winograd_shape *shape) {
    int tiles = shape->rows.tiles * shape->columns.tiles;
    size_t row = (size_t)(shape->columns.tiles * TILE + PATCH - TILE) * LANES;
    return (back_job){
        .shape = shape,
        .tiles_of_image = tiles,
        .images_of_block = BLOCK / tiles,
        .canvas_row = row,
        .canvas_size = (shape->rows.tiles * TILE + PATCH - TILE) * row,
    };
}

int nbrun_winograd_prefers_back(const nbrun_winograd_shape *shape) {
    nbrun_winograd_shape separated = nbrun_winograd_separated(shape), reversed = nbrun_winograd_reversed(shape);
    return separated.tiles < reversed.tiles && separated.rows.tiles * separated.columns.tiles <= BLOCK;
}

/// Floats of scratch memory before the canvas of this worker.
static size_t canvas_offset(const back_job *job, size_t worker) {
    workspace after_last = workspace_in(0, job->shape->filters, job->shape->workers);
    return (after_last.inputs - (float *)0) + worker * job->canvas_size;
}

size_t nbrun_winograd_back_scratch(const nbrun_winograd_shape *separated) {
    back_job job = job_for(separated);
    return canvas_offset(&job, separated->workers);
}

INLINED void transform_tile(const back_job *job, int tile, float *inputs, size_t stride) {
    const nbrun_winograd_shape *shape = job->shape;
    int is_pooled = job->results.corners != 0;
    size_t size = block_size(result_sizes(shape, is_pooled));
    patch patch;
    lanes room[TILE * TILE], sum = NOTHING;
    const lanes *pixels[TILE * TILE];
    locate_results(shape, tile, is_pooled, &patch);
    for (int filter = 0; filter < shape->filters; filter += LANES) {
        point_at(&job->results, filter / LANES * size, &patch, TILE * TILE, room, pixels);
        transform_gradient(pixels, inputs + filter, stride, &sum, KEPT);
    }
}

/// Copies the part of a canvas that an image has, masked.
INLINED void finish_image(const back_job *job, const float *canvas, int image, int channel) {
    const nbrun_winograd_axis *rows = &job->shape->rows, *columns = &job->shape->columns;
    size_t size = block_size(input_sizes(job->shape, 0));
    size_t at = (size_t)image * job->shape->channels / LANES * size + channel / LANES * size;
    for (int y = 0; y < rows->size; y++)
        for (int x = 0; x < columns->size; x++, at += LANES) {
            lanes value = *lanes_at(canvas + (y + rows->margin) * job->canvas_row + (x + columns->margin) * LANES);
            if (job->mask) {
                lane_bits chosen = *lanes_at(job->mask + at) > 0;
                keep(&value, &chosen);
            }
            *lanes_to(job->images + at) = value;
        }
}

/// Adds the patches of an image for 16 channels, whose sums begin here.
INLINED void add_patches(const back_job *job, const float *sums, size_t stride, float *canvas) {
    memset(canvas, 0, job->canvas_size * sizeof(float));
    for (int tile = 0; tile < job->tiles_of_image; tile++) {
        int row = tile / job->shape->columns.tiles, column = tile % job->shape->columns.tiles;
        float *patch = canvas + row * TILE * job->canvas_row + column * TILE * LANES;
        add_input_from_points(sums + tile * PANEL, stride, patch, job->canvas_row);
    }
}

INLINED void convolve_images(const back_job *job, int first, int images, const workspace *space, float *canvas) {
    const nbrun_winograd_shape *shape = job->shape;
    int tiles = images * job->tiles_of_image;
    for (int tile = 0; tile < tiles; tile++)
        transform_tile(
            job, first * job->tiles_of_image + tile, space->inputs + (size_t)tile * shape->filters,
            space->input_stride);
    // Products are made for whole groups of tiles; nobody reads those of the tiles that fill the last group up.
    for (int panel = 0; panel < shape->channels; panel += PANEL) {
        int width = panel_width(shape->channels, panel);
        const float *weights = job->weights + panel_offset(shape->filters, panel);
        WITH_CONSTANT_VECTORS(width, multiply_panel(space, weights, shape->filters, tiles, VECTORS))
        for (int image = 0; image < images; image++)
            for (int channel = 0; channel < width; channel += LANES) {
                const float *sums = space->sums + image * job->tiles_of_image * PANEL + channel;
                add_patches(job, sums, space->sum_stride, canvas);
                finish_image(job, canvas, first + image, panel + channel);
            }
    }
}

VECTORISED static void convolve_range(size_t begin, size_t end, void *context) {
    back_job *job = context;
    workspace space = workspace_in(job->scratch, job->shape->filters, begin);
    float *canvas = job->scratch + canvas_offset(job, begin);
    for (;;) {
        int first = atomic_fetch_add_explicit(&job->next, job->images_of_block, memory_order_relaxed);
        if (first >= job->shape->batch) return;
        int left = job->shape->batch - first;
        convolve_images(job, first, left < job->images_of_block ? left : job->images_of_block, &space, canvas);
    }
}

void nbrun_winograd_convolve_back(
    const nbrun_winograd_shape *separated, nbrun_winograd_images results, const float *weights, const float *mask,
    float *images, float *scratch) {
    back_job job = job_for(separated);
    job.results = results;
    job.weights = weights;
    job.mask = mask;
    job.images = images;
    job.scratch = scratch;
    nbrun_parallel_for(separated->workers, 1, convolve_range, &job);
}
