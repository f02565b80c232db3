#include "ahead.h"
#include "parallel.h"
#include "winograd_gradient_by_points.h"
#include "winograd_gradient_results.h"
#include "winograd_panels.h"
#include "winograd_patches.h"
#include "winograd_transforms.h"

// The gradient of large kernels. All tiles are transformed first, past the caches; then each of the 36 points is a
// product of two matrices of its own. So each tile is transformed once, where the way by units does it for each unit.

enum {
    /// Tiles that are transformed together; the bias's gradient is summed over them.
    STRIP = 16,
    /// Tiles that are summed before their sum is added to the others': their gradients stay in the first cache, and
    /// the sum of many products loses less in rounding.
    CHUNK = 64,
    /// Channels whose sums stay in registers together.
    GROUP = 4,
};

/// Transformed images lie as (points, channels / 16, tiles, 16), gradients as (points, panels, tiles, 64), sums as
/// (points, panels, channels, 64); the last panel may be narrower.
typedef struct {
    const nbrun_winograd_shape *shape;
    nbrun_winograd_images images, gradient;
    float *kernel_gradient;
    float *inputs, *gradients, *sums, *bias_sums;
    size_t input_stride, gradient_stride, sum_stride, strips, panels;
} gradient_job;

static gradient_job job_in(float *scratch, const nbrun_winograd_shape *shape) {
    size_t tiles = shape->tiles, channels = shape->channels, filters = shape->filters;
    gradient_job job = {
        .shape = shape,
        .input_stride = tiles * channels + GAP,
        .gradient_stride = tiles * filters + GAP,
        .sum_stride = channels * filters + GAP,
        .strips = (tiles + STRIP - 1) / STRIP,
        .panels = (filters + PANEL - 1) / PANEL,
        .inputs = scratch,
    };
    job.gradients = job.inputs + POINTS * job.input_stride;
    job.sums = job.gradients + POINTS * job.gradient_stride;
    job.bias_sums = job.sums + POINTS * job.sum_stride;
    return job;
}

size_t nbrun_winograd_gradient_scratch_by_points(const nbrun_winograd_shape *shape) {
    gradient_job job = job_in(0, shape);
    return job.bias_sums + job.strips * shape->filters - (float *)0;
}

/// Where the numbers of a filter begin in a row of panels.
INLINED size_t in_panels(const gradient_job *job, size_t rows, size_t row, int filter) {
    int first = filter / PANEL * PANEL;
    return rows * first + row * panel_width(job->shape->filters, first) + filter % PANEL;
}

INLINED void transform_tile(const gradient_job *job, int tile, float *bias_sums) {
    const nbrun_winograd_shape *shape = job->shape;
    patch patch;
    lanes room[POINTS];
    const lanes *pixels[POINTS];
    locate_input(shape, tile, 0, &patch);
    for (int channel = 0; channel < shape->channels; channel += LANES) {
        size_t block = channel / LANES * block_size(input_sizes(shape, 0));
        point_at(&job->images, block, &patch, POINTS, room, pixels);
        transform_input(
            pixels, job->inputs + (size_t)shape->tiles * channel + tile * LANES, job->input_stride, STREAMED);
    }
    int is_pooled = job->gradient.corners != 0;
    locate_results(shape, tile, is_pooled, &patch);
    for (int filter = 0; filter < shape->filters; filter += LANES) {
        size_t block = filter / LANES * block_size(result_sizes(shape, is_pooled));
        point_at(&job->gradient, block, &patch, TILE * TILE, room, pixels);
        float *points = job->gradients + in_panels(job, shape->tiles, tile, filter);
        transform_gradient(pixels, points, job->gradient_stride, lanes_to(bias_sums + filter), STREAMED);
    }
}

VECTORISED static void transform_range(size_t begin, size_t end, void *context) {
    const gradient_job *job = context;
    for (size_t strip = begin; strip < end; strip++) {
        float *bias_sums = job->bias_sums + strip * job->shape->filters;
        for (int filter = 0; filter < job->shape->filters; filter++) bias_sums[filter] = 0;
        int first = (int)strip * STRIP, last = first + STRIP < job->shape->tiles ? first + STRIP : job->shape->tiles;
        for (int tile = first; tile < last; tile++) transform_tile(job, tile, bias_sums);
    }
}

/// sums[channel][filter] = Σ inputs[tile][channel] · gradients[tile][filter], added to what is there for further tiles.
INLINED void multiply(
    const float *inputs, const float *gradients, int tiles, float *sums, int is_first, const int vectors) {
    lanes sum[GROUP][PANEL / LANES];
#pragma unroll
    for (int i = 0; i < GROUP * vectors; i++) sum[i / vectors][i % vectors] = NOTHING;
    for (int tile = 0; tile < tiles; tile++) {
        lanes gradient[PANEL / LANES];
#pragma unroll
        for (int v = 0; v < vectors; v++) gradient[v] = *lanes_at(gradients + (tile * vectors + v) * LANES);
#pragma unroll
        for (int channel = 0; channel < GROUP; channel++) {
            float value = inputs[tile * LANES + channel];
#pragma unroll
            for (int v = 0; v < vectors; v++) sum[channel][v] += value * gradient[v];
        }
    }
#pragma unroll
    for (int i = 0; i < GROUP * vectors; i++) {
        lanes *result = lanes_to(sums + i * LANES);
        *result = is_first ? sum[i / vectors][i % vectors] : *result + sum[i / vectors][i % vectors];
    }
}

/// What the product after this one needs, where it is another.
typedef struct {
    span_ahead inputs, gradients;
} product_ahead;

/// - following: the index of that product, as far as can be foreseen: workers take them as they get ready.
INLINED product_ahead product_ahead_at(const gradient_job *job, size_t point, size_t following, size_t turns) {
    size_t next = following / job->panels, tiles = job->shape->tiles;
    if (next >= POINTS) return (product_ahead){0};
    int panel = (int)(following % job->panels) * PANEL;
    return (product_ahead){
        .inputs = span_ahead_at(
            job->inputs + next * job->input_stride, next == point ? 0 : tiles * job->shape->channels, turns),
        .gradients = span_ahead_at(
            job->gradients + next * job->gradient_stride + tiles * panel,
            tiles * panel_width(job->shape->filters, panel), turns),
    };
}

/// The sums of a point for a panel of filters.
INLINED void sum_panel(const gradient_job *job, size_t point, int panel, size_t following, const int vectors) {
    int tiles = job->shape->tiles, channels = job->shape->channels;
    const float *inputs = job->inputs + point * job->input_stride;
    const float *gradients = job->gradients + point * job->gradient_stride + (size_t)tiles * panel;
    float *sums = job->sums + point * job->sum_stride + channels * panel;
    size_t turns = (size_t)(tiles + CHUNK - 1) / CHUNK * channels / GROUP;
    product_ahead ahead = product_ahead_at(job, point, following, turns);
    for (int first = 0; first < tiles; first += CHUNK) {
        int count = tiles - first < CHUNK ? tiles - first : CHUNK;
        for (int channel = 0; channel < channels; channel += GROUP) {
            ask_for_share(&ahead.inputs);
            ask_for_share(&ahead.gradients);
            multiply(
                inputs + (size_t)tiles * (channel / LANES * LANES) + first * LANES + channel % LANES,
                gradients + first * vectors * LANES, count, sums + channel * vectors * LANES, first == 0, vectors);
        }
    }
}

VECTORISED static void sum_range(size_t begin, size_t end, void *context) {
    const gradient_job *job = context;
    for (size_t index = begin; index < end; index++) {
        int panel = (int)(index % job->panels) * PANEL;
        WITH_CONSTANT_VECTORS(
            panel_width(job->shape->filters, panel),
            sum_panel(job, index / job->panels, panel, index + job->shape->workers, VECTORS))
    }
}

/// Takes the sums of 16 filters back to the kernel.
INLINED void finish_filters(const gradient_job *job, size_t channel, int filter) {
    lanes points[POINTS];
    const float *sums = job->sums + in_panels(job, job->shape->channels, channel, filter);
    for (int point = 0; point < POINTS; point++) points[point] = *lanes_at(sums + point * job->sum_stride);
    put_kernel_gradient(points, job->shape, channel, filter, job->kernel_gradient);
}

VECTORISED static void finish_range(size_t begin, size_t end, void *context) {
    const gradient_job *job = context;
    for (size_t channel = begin; channel < end; channel++)
        for (int filter = 0; filter < job->shape->filters; filter += LANES) finish_filters(job, channel, filter);
}

void nbrun_winograd_kernel_gradient_by_points(
    const nbrun_winograd_shape *shape, const float *images, nbrun_winograd_images gradient, float *kernel_gradient,
    float *bias_gradient, float *scratch) {
    gradient_job job = job_in(scratch, shape);
    job.images = (nbrun_winograd_images){images, 0};
    job.gradient = gradient;
    job.kernel_gradient = kernel_gradient;
    nbrun_parallel_for(job.strips, 1, transform_range, &job);
    nbrun_parallel_for(POINTS * job.panels, 1, sum_range, &job);
    nbrun_parallel_for(shape->channels, 4, finish_range, &job);
    if (bias_gradient) add_bias_parts(job.bias_sums, job.strips, shape->filters, bias_gradient);
}
