#include <stdatomic.h>

#include "parallel.h"
#include "winograd.h"
#include "winograd_patches.h"
#include "winograd_products.h"
#include "winograd_transforms.h"

typedef struct {
    const nbrun_winograd_shape *shape;
    nbrun_winograd_images images;
    const float *weights;
    nbrun_winograd_ending ending;
    float *results, *scratch;
    int groups, blocks;
    atomic_int next;
} convolution;

/// Groups of tiles in a block: fewer where many channels would fill the cache.
static int most_groups(const nbrun_winograd_shape *shape) {
    int groups = MOST_GROUPS * 256 / shape->channels;
    return groups < 1 ? 1 : groups > MOST_GROUPS ? MOST_GROUPS : groups;
}

size_t nbrun_winograd_convolution_scratch(const nbrun_winograd_shape *shape) {
    workspace after_last = workspace_in(0, shape->channels, shape->workers);
    return after_last.inputs - (float *)0;
}

INLINED void transform_tile(const convolution *job, int tile, float *inputs, size_t stride) {
    const nbrun_winograd_shape *shape = job->shape;
    int is_pooled = job->images.corners != 0;
    size_t size = block_size(input_sizes(shape, is_pooled));
    patch patch;
    lanes room[POINTS];
    const lanes *pixels[POINTS];
    locate_input(shape, tile, is_pooled, &patch);
    for (int channel = 0; channel < shape->channels; channel += LANES) {
        point_at(&job->images, channel / LANES * size, &patch, POINTS, room, pixels);
        transform_input(pixels, inputs + channel, stride, KEPT);
    }
}

INLINED void store_results(
    const convolution *job, size_t block, const patch *patch, lanes results[TILE][TILE]) {
    const nbrun_winograd_ending *ending = &job->ending;
    for (int i = 0; i < TILE * TILE; i++) {
        if (patch->offsets[i] < 0) continue;
        size_t place = block + patch->offsets[i];
        lanes result = results[i / TILE][i % TILE];
        if (ending->is_rectified) rectify(&result);
        if (ending->mask) {
            lane_bits chosen = *lanes_at(ending->mask + place) > 0;
            keep(&result, &chosen);
        }
        *lanes_to(job->results + place) = result;
    }
}

INLINED void store_largest(const convolution *job, size_t block, const patch *patch, lanes results[TILE][TILE]) {
    for (int y = 0; y < TILE; y += 2)
        for (int x = 0; x < TILE; x += 2) {
            if (patch->offsets[y * TILE + x] < 0) continue;
            size_t place = block + patch->offsets[y * TILE + x];
            const lanes *square[4] = {&results[y][x], &results[y][x + 1], &results[y + 1][x], &results[y + 1][x + 1]};
            lanes largest;
            lane_bits corner;
            find_largest(square, &largest, &corner);
            if (job->ending.is_rectified) rectify(&largest);
            *lanes_to(job->results + place) = largest;
            if (job->ending.corners) store_corner(&corner, job->ending.corners + place);
        }
}

INLINED void finish_tile(
    const convolution *job, const workspace *space, int tile, int filter, const patch *patch) {
    lanes results[TILE][TILE];
    transform_output(space->sums + tile * PANEL + filter % PANEL, space->sum_stride, results);
    const nbrun_winograd_ending *ending = &job->ending;
    if (ending->bias)
        for (int i = 0; i < TILE * TILE; i++) results[i / TILE][i % TILE] += *lanes_at(ending->bias + filter);
    size_t block = filter / LANES * block_size(result_sizes(job->shape, ending->is_pooled));
    if (ending->is_pooled)
        store_largest(job, block, patch, results);
    else
        store_results(job, block, patch, results);
}

INLINED void convolve_block(const convolution *job, size_t block, const workspace *space) {
    const nbrun_winograd_shape *shape = job->shape;
    int first = (int)(block * job->groups / job->blocks) * GROUP;
    int tiles = (int)((block + 1) * job->groups / job->blocks) * GROUP - first;
    patch patches[BLOCK];
    for (int tile = 0; tile < tiles; tile++) {
        locate_results(shape, first + tile, job->ending.is_pooled, &patches[tile]);
        transform_tile(job, first + tile, space->inputs + (size_t)tile * shape->channels, space->input_stride);
    }
    for (int panel = 0; panel < shape->filters; panel += PANEL) {
        int width = panel_width(shape->filters, panel);
        const float *weights = job->weights + panel_offset(shape->channels, panel);
        WITH_CONSTANT_VECTORS(width, multiply_panel(space, weights, shape->channels, tiles, VECTORS))
        for (int tile = 0; tile < tiles; tile++)
            for (int filter = 0; filter < width; filter += LANES)
                finish_tile(job, space, tile, panel + filter, &patches[tile]);
    }
}

VECTORISED static void convolve_range(size_t begin, size_t end, void *context) {
    convolution *job = context;
    workspace space = workspace_in(job->scratch, job->shape->channels, begin);
    for (;;) {
        int block = atomic_fetch_add_explicit(&job->next, 1, memory_order_relaxed);
        if (block >= job->blocks) return;
        convolve_block(job, block, &space);
    }
}

void nbrun_winograd_convolve(
    const nbrun_winograd_shape *shape, nbrun_winograd_images images, const float *weights,
    nbrun_winograd_ending ending, float *results, float *scratch) {
    int workers = shape->workers, groups = (shape->tiles + GROUP - 1) / GROUP, most = most_groups(shape);
    // No thread waits for another at the end if each gets as many blocks. How tiles are grouped changes no result.
    int blocks = (groups + most - 1) / most;
    blocks = (blocks + workers - 1) / workers * workers;
    if (blocks > groups) blocks = groups;
    convolution job = {shape, images, weights, ending, results, scratch, groups, blocks, 0};
    nbrun_parallel_for(workers, 1, convolve_range, &job);
}
