#include <stdatomic.h>

#include "parallel.h"
#include "winograd.h"
#include "winograd_patches.h"
#include "winograd_products.h"
#include "winograd_transforms.h"

typedef struct {
    const nbrun_winograd_shape *shape;
    const float *images, *weights;
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
    size_t size = block_size(&shape->rows, &shape->columns, 0);
    patch_offset offsets[POINTS];
    const lanes *pixels[POINTS];
    locate_input(shape, tile, offsets);
    for (int channel = 0; channel < shape->channels; channel += LANES) {
        point_at(job->images + channel / LANES * size, offsets, POINTS, pixels);
        transform_input(pixels, inputs + channel, stride, KEPT);
    }
}

INLINED void finish_tile(
    const convolution *job, const workspace *space, int tile, int filter, const patch_offset offsets[TILE * TILE]) {
    lanes results[TILE][TILE];
    transform_output(space->sums + tile * PANEL + filter % PANEL, space->sum_stride, results);
    size_t block = filter / LANES * block_size(&job->shape->rows, &job->shape->columns, 1);
    const nbrun_winograd_ending *ending = &job->ending;
    lanes bias = ending->bias ? *lanes_at(ending->bias + filter) : NOTHING;
    for (int i = 0; i < TILE * TILE; i++) {
        if (offsets[i] < 0) continue;
        lanes result = results[i / TILE][i % TILE] + bias;
        // Bits are cleared where a value is negative, so that what is not a number stays so.
        if (ending->is_rectified) result = (lanes)((lane_bits)result & ~(result < 0));
        if (ending->mask) result = (lanes)((lane_bits)result & (*lanes_at(ending->mask + block + offsets[i]) > 0));
        *lanes_to(job->results + block + offsets[i]) = result;
    }
}

INLINED void convolve_block(const convolution *job, size_t block, const workspace *space) {
    const nbrun_winograd_shape *shape = job->shape;
    int first = (int)(block * job->groups / job->blocks) * GROUP;
    int tiles = (int)((block + 1) * job->groups / job->blocks) * GROUP - first;
    patch_offset offsets[BLOCK][TILE * TILE];
    for (int tile = 0; tile < tiles; tile++) {
        locate_results(shape, first + tile, offsets[tile]);
        transform_tile(job, first + tile, space->inputs + (size_t)tile * shape->channels, space->input_stride);
    }
    for (int panel = 0; panel < shape->filters; panel += PANEL) {
        int width = panel_width(shape->filters, panel);
        const float *weights = job->weights + panel_offset(shape->channels, panel);
        WITH_CONSTANT_VECTORS(width, multiply_panel(space, weights, shape->channels, tiles, VECTORS))
        for (int tile = 0; tile < tiles; tile++)
            for (int filter = 0; filter < width; filter += LANES)
                finish_tile(job, space, tile, panel + filter, offsets[tile]);
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
    const nbrun_winograd_shape *shape, const float *images, const float *weights, nbrun_winograd_ending ending,
    float *results, float *scratch) {
    int workers = shape->workers, groups = (shape->tiles + GROUP - 1) / GROUP, most = most_groups(shape);
    // No thread waits for another at the end if each gets as many blocks. How tiles are grouped changes no result.
    int blocks = (groups + most - 1) / most;
    blocks = (blocks + workers - 1) / workers * workers;
    if (blocks > groups) blocks = groups;
    convolution job = {shape, images, weights, ending, results, scratch, groups, blocks, 0};
    nbrun_parallel_for(workers, 1, convolve_range, &job);
}
