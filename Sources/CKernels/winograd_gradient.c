#include <stdatomic.h>

#include "parallel.h"
#include "winograd.h"
#include "winograd_gradient_by_points.h"
#include "winograd_gradient_results.h"
#include "winograd_panels.h"
#include "winograd_patches.h"
#include "winograd_transforms.h"

enum {
    /// Channels that are summed together with a panel of filters: all 36 sums of such a unit stay in the second cache.
    CHANNELS = 64,
    /// Channels whose sums stay in registers together.
    GROUP = 4,
    /// Tiles that are transformed before they are multiplied.
    BLOCK = 32,
    /// Units of work that a gradient is divided into where its tiles are many: more than most machines have cores.
    UNITS = 8,
    FEWEST_TILES = 64,
    MOST_TILES_BY_POINTS = 1024,
    TRANSFORMED_STRIDE = BLOCK * PANEL + GAP,
    SUM_STRIDE = CHANNELS * PANEL + GAP,
};

/// A unit sums a part of the tiles for up to 64 channels and 64 filters; the parts are added at the end, in order.
typedef struct {
    const nbrun_winograd_shape *shape;
    nbrun_winograd_images images, gradient;
    float *kernel_gradient;
    float *unit_sums, *bias_sums, *transformed;
    int channel_units, filter_units, parts;
    atomic_int next;
} gradient_job;

typedef struct {
    int part, first_channel, channels, first_filter, filters;
    float *sums;
} gradient_unit;

static gradient_job divided(const nbrun_winograd_shape *shape) {
    gradient_job job = {.shape = shape};
    job.channel_units = (shape->channels + CHANNELS - 1) / CHANNELS;
    job.filter_units = (shape->filters + PANEL - 1) / PANEL;
    int units = job.channel_units * job.filter_units, parts = (UNITS + units - 1) / units;
    int most = shape->tiles / FEWEST_TILES;
    job.parts = parts < most ? parts : most < 1 ? 1 : most;
    return job;
}

static size_t unit_count(const gradient_job *job) {
    return (size_t)job->parts * job->channel_units * job->filter_units;
}

/// Whether so many units share the tiles that transforming them again for each costs more than a detour by memory, and
/// the tiles are not so many that they would fill it.
static int goes_by_points(const gradient_job *job) {
    return job->channel_units * job->filter_units >= UNITS && job->shape->tiles <= MOST_TILES_BY_POINTS;
}

size_t nbrun_winograd_gradient_scratch(const nbrun_winograd_shape *shape) {
    gradient_job job = divided(shape);
    if (goes_by_points(&job)) return nbrun_winograd_gradient_scratch_by_points(shape);
    return unit_count(&job) * POINTS * SUM_STRIDE + (size_t)job.parts * shape->filters
        + (size_t)shape->workers * 2 * POINTS * TRANSFORMED_STRIDE;
}

INLINED gradient_unit unit_at(const gradient_job *job, size_t index) {
    const nbrun_winograd_shape *shape = job->shape;
    int within = (int)(index % (job->channel_units * job->filter_units));
    int channel = within % job->channel_units * CHANNELS, filter = within / job->channel_units * PANEL;
    return (gradient_unit){
        .part = (int)(index / (job->channel_units * job->filter_units)),
        .first_channel = channel,
        .channels = panel_width(shape->channels, channel),
        .first_filter = filter,
        .filters = panel_width(shape->filters, filter),
        .sums = job->unit_sums + index * POINTS * SUM_STRIDE,
    };
}

INLINED void transform_tile(
    const gradient_job *job, const gradient_unit *unit, int tile, float *inputs, float *gradients, lanes *bias) {
    const nbrun_winograd_shape *shape = job->shape;
    patch patch;
    lanes room[POINTS];
    const lanes *pixels[POINTS];
    locate_input(shape, tile, 0, &patch);
    for (int channel = 0; channel < unit->channels; channel += LANES) {
        size_t block = (unit->first_channel + channel) / LANES * block_size(input_sizes(shape, 0));
        point_at(&job->images, block, &patch, POINTS, room, pixels);
        transform_input(pixels, inputs + channel, TRANSFORMED_STRIDE, KEPT);
    }
    int is_pooled = job->gradient.corners != 0;
    locate_results(shape, tile, is_pooled, &patch);
    for (int filter = 0; filter < unit->filters; filter += LANES) {
        size_t block = (unit->first_filter + filter) / LANES * block_size(result_sizes(shape, is_pooled));
        point_at(&job->gradient, block, &patch, TILE * TILE, room, pixels);
        transform_gradient(pixels, gradients + filter, TRANSFORMED_STRIDE, &bias[filter / LANES], KEPT);
    }
}

/// sums[channel][filter] = Σ inputs[tile][channel] · gradients[tile][filter], added to what is there but the first time.
INLINED void multiply(
    const float *inputs, const float *gradients, int tiles, float *sums, int is_first, const int vectors) {
    lanes sum[GROUP][PANEL / LANES];
#pragma unroll
    for (int i = 0; i < GROUP * vectors; i++)
        sum[i / vectors][i % vectors] =
            is_first ? NOTHING : *lanes_at(sums + i / vectors * PANEL + i % vectors * LANES);
    for (int tile = 0; tile < tiles; tile++) {
        lanes gradient[PANEL / LANES];
#pragma unroll
        for (int v = 0; v < vectors; v++) gradient[v] = *lanes_at(gradients + tile * PANEL + v * LANES);
#pragma unroll
        for (int channel = 0; channel < GROUP; channel++) {
            float value = inputs[tile * PANEL + channel];
#pragma unroll
            for (int v = 0; v < vectors; v++) sum[channel][v] += value * gradient[v];
        }
    }
#pragma unroll
    for (int i = 0; i < GROUP * vectors; i++)
        *lanes_to(sums + i / vectors * PANEL + i % vectors * LANES) = sum[i / vectors][i % vectors];
}

INLINED void multiply_unit(
    const gradient_unit *unit, const float *inputs, const float *gradients, int tiles, int is_first,
    const int vectors) {
    for (int point = 0; point < POINTS; point++)
        for (int channel = 0; channel < unit->channels; channel += GROUP)
            multiply(
                inputs + point * TRANSFORMED_STRIDE + channel, gradients + point * TRANSFORMED_STRIDE, tiles,
                unit->sums + point * SUM_STRIDE + channel * PANEL, is_first, vectors);
}

INLINED void sum_unit(const gradient_job *job, const gradient_unit *unit, float *inputs) {
    float *gradients = inputs + POINTS * TRANSFORMED_STRIDE;
    lanes bias[PANEL / LANES] = {0};
    size_t tiles = job->shape->tiles;
    int begin = (int)(tiles * unit->part / job->parts), last = (int)(tiles * (unit->part + 1) / job->parts);
    for (int first = begin; first < last; first += BLOCK) {
        int count = last - first < BLOCK ? last - first : BLOCK;
        for (int tile = 0; tile < count; tile++)
            transform_tile(job, unit, first + tile, inputs + tile * PANEL, gradients + tile * PANEL, bias);
        WITH_CONSTANT_VECTORS(unit->filters, multiply_unit(unit, inputs, gradients, count, first == begin, VECTORS))
    }
    if (unit->first_channel > 0) return;
    float *bias_sums = job->bias_sums + (size_t)unit->part * job->shape->filters + unit->first_filter;
    for (int filter = 0; filter < unit->filters; filter += LANES) *lanes_to(bias_sums + filter) = bias[filter / LANES];
}

VECTORISED static void sum_range(size_t begin, size_t end, void *context) {
    gradient_job *job = context;
    float *inputs = job->transformed + begin * 2 * POINTS * TRANSFORMED_STRIDE;
    for (;;) {
        size_t index = atomic_fetch_add_explicit(&job->next, 1, memory_order_relaxed);
        if (index >= (size_t)job->parts * job->channel_units * job->filter_units) return;
        gradient_unit unit = unit_at(job, index);
        sum_unit(job, &unit, inputs);
    }
}

/// Adds the parts of 16 filters, and takes them back to the kernel.
INLINED void finish_filters(const gradient_job *job, size_t channel, int filter) {
    size_t units = (size_t)job->channel_units * job->filter_units;
    size_t index = filter / PANEL * job->channel_units + channel / CHANNELS;
    lanes points[POINTS];
    for (int point = 0; point < POINTS; point++) {
        const float *sums = job->unit_sums + (index * POINTS + point) * SUM_STRIDE;
        sums += channel % CHANNELS * PANEL + filter % PANEL;
        points[point] = *lanes_at(sums);
        for (int part = 1; part < job->parts; part++)
            points[point] += *lanes_at(sums + part * units * POINTS * SUM_STRIDE);
    }
    put_kernel_gradient(points, job->shape, channel, filter, job->kernel_gradient);
}

VECTORISED static void finish_range(size_t begin, size_t end, void *context) {
    const gradient_job *job = context;
    for (size_t channel = begin; channel < end; channel++)
        for (int filter = 0; filter < job->shape->filters; filter += LANES) finish_filters(job, channel, filter);
}

void nbrun_winograd_kernel_gradient(
    const nbrun_winograd_shape *shape, const float *images, nbrun_winograd_images gradient, float *kernel_gradient,
    float *bias_gradient, float *scratch) {
    gradient_job job = divided(shape);
    if (goes_by_points(&job)) {
        nbrun_winograd_kernel_gradient_by_points(shape, images, gradient, kernel_gradient, bias_gradient, scratch);
        return;
    }
    job.images = (nbrun_winograd_images){images, 0};
    job.gradient = gradient;
    job.kernel_gradient = kernel_gradient;
    job.unit_sums = scratch;
    job.bias_sums = scratch + unit_count(&job) * POINTS * SUM_STRIDE;
    job.transformed = job.bias_sums + (size_t)job.parts * shape->filters;
    nbrun_parallel_for(shape->workers, 1, sum_range, &job);
    nbrun_parallel_for(shape->channels, 4, finish_range, &job);
    if (bias_gradient) add_bias_parts(job.bias_sums, job.parts, shape->filters, bias_gradient);
}
