#include <stdatomic.h>

#include "parallel.h"
#include "winograd.h"
#include "winograd_panels.h"
#include "winograd_patches.h"
#include "winograd_transforms.h"

enum {
    /// Tiles whose sums stay in registers together: 6 tiles × 4 vectors of filters.
    GROUP = 6,
    /// The transformed images and sums of a block of tiles stay in the second cache.
    MOST_GROUPS = 4,
    BLOCK = GROUP * MOST_GROUPS,
    /// Channels that are summed before their sum is added to the others': a panel's weights for them stay in the first
    /// cache, and the sum of many products loses less in rounding.
    CHUNK = 64,
};

typedef struct {
    const nbrun_winograd_shape *shape;
    const float *images, *weights;
    nbrun_winograd_ending ending;
    float *results, *scratch;
    int groups, blocks;
    atomic_int next;
} convolution;

/// The scratch memory of one worker.
typedef struct {
    float *inputs, *sums;
    size_t input_stride, sum_stride;
} workspace;

/// Groups of tiles in a block: fewer where many channels would fill the cache.
static int most_groups(const nbrun_winograd_shape *shape) {
    int groups = MOST_GROUPS * 256 / shape->channels;
    return groups < 1 ? 1 : groups > MOST_GROUPS ? MOST_GROUPS : groups;
}

INLINED workspace workspace_in(float *scratch, const nbrun_winograd_shape *shape, size_t worker) {
    size_t input_stride = (size_t)BLOCK * shape->channels + GAP, sum_stride = BLOCK * PANEL + GAP;
    float *inputs = scratch + worker * POINTS * (input_stride + sum_stride);
    return (workspace){inputs, inputs + POINTS * input_stride, input_stride, sum_stride};
}

size_t nbrun_winograd_convolution_scratch(const nbrun_winograd_shape *shape) {
    workspace after_last = workspace_in(0, shape, shape->workers);
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
        transform_input(pixels, inputs + channel, stride);
    }
}

/// sums[tile][filter] = Σ inputs[tile][channel] · weights[channel][filter], added to what is there for further channels.
INLINED void multiply(
    const float *inputs, int input_stride, const float *weights, int channels, float *sums, int is_first,
    const int vectors) {
    lanes sum[GROUP][PANEL / LANES];
#pragma unroll
    for (int i = 0; i < GROUP * vectors; i++) sum[i / vectors][i % vectors] = NOTHING;
    for (int channel = 0; channel < channels; channel++) {
        lanes filters[PANEL / LANES];
#pragma unroll
        for (int v = 0; v < vectors; v++) filters[v] = *lanes_at(weights + (channel * vectors + v) * LANES);
#pragma unroll
        for (int tile = 0; tile < GROUP; tile++) {
            float value = inputs[(size_t)tile * input_stride + channel];
#pragma unroll
            for (int v = 0; v < vectors; v++) sum[tile][v] += value * filters[v];
        }
    }
#pragma unroll
    for (int i = 0; i < GROUP * vectors; i++) {
        lanes *result = lanes_to(sums + i / vectors * PANEL + i % vectors * LANES);
        *result = is_first ? sum[i / vectors][i % vectors] : *result + sum[i / vectors][i % vectors];
    }
}

/// All 36 products of a block of tiles with a panel of filters.
INLINED void multiply_panel(const workspace *space, const float *weights, int channels, int tiles, const int vectors) {
    for (int point = 0; point < POINTS; point++)
        for (int first = 0; first < channels; first += CHUNK) {
            const float *inputs = space->inputs + point * space->input_stride + first;
            const float *panel = weights + point * weights_stride(channels, vectors * LANES) + first * vectors * LANES;
            float *sums = space->sums + point * space->sum_stride;
            int count = channels - first < CHUNK ? channels - first : CHUNK;
            for (int tile = 0; tile < tiles; tile += GROUP)
                multiply(
                    inputs + (size_t)tile * channels, channels, panel, count, sums + tile * PANEL, first == 0, vectors);
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
    workspace space = workspace_in(job->scratch, job->shape, begin);
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
