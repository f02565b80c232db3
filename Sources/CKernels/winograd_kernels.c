#include "parallel.h"
#include "winograd.h"
#include "winograd_panels.h"
#include "winograd_transforms.h"

typedef struct {
    const float *kernel;
    float *weights;
    int channels, filters;
} kernel_job;

/// Transforms the kernels of 16 filters for a channel.
INLINED void transform_filters(const kernel_job *job, size_t channel, int filter, const lanes kernel[9]) {
    int first = filter / PANEL * PANEL, width = panel_width(job->filters, first);
    float *weights = job->weights + panel_offset(job->channels, first) + channel * width + filter % PANEL;
    transform_kernel(kernel, weights, weights_stride(job->channels, width));
}

VECTORISED static void kernel_range(size_t begin, size_t end, void *context) {
    const kernel_job *job = context;
    for (size_t channel = begin; channel < end; channel++)
        for (int filter = 0; filter < job->filters; filter += LANES) {
            lanes kernel[9];
            for (int i = 0; i < 9; i++)
                kernel[i] = *lanes_at(job->kernel + (i * (size_t)job->channels + channel) * job->filters + filter);
            transform_filters(job, channel, filter, kernel);
        }
}

void nbrun_winograd_transform_kernel(const nbrun_winograd_shape *shape, const float *kernel, float *weights) {
    kernel_job job = {kernel, weights, shape->channels, shape->filters};
    nbrun_parallel_for(shape->channels, 4, kernel_range, &job);
}

/// 16 × 16 channels and filters of a kernel (3, 3, filters, channels); turned by half a circle, or not.
INLINED void exchange(
    const kernel_job *job, size_t channel, int filter, const int is_turned, lanes exchanged[LANES][9]) {
    for (int i = 0; i < 9; i++)
        for (int f = 0; f < LANES; f++) {
            const float *row = job->kernel + ((size_t)i * job->filters + filter + f) * job->channels + channel;
            for (int c = 0; c < LANES; c++) exchanged[c][is_turned ? 8 - i : i][f] = row[c];
        }
}

INLINED void transform_exchanged(size_t begin, size_t end, const kernel_job *job, const int is_turned) {
    for (size_t channel = begin; channel < end; channel += LANES)
        for (int filter = 0; filter < job->filters; filter += LANES) {
            lanes exchanged[LANES][9];
            exchange(job, channel, filter, is_turned, exchanged);
            for (int c = 0; c < LANES; c++) transform_filters(job, channel + c, filter, exchanged[c]);
        }
}

VECTORISED static void reversed_kernel_range(size_t begin, size_t end, void *context) {
    transform_exchanged(begin, end, context, 1);
}

void nbrun_winograd_transform_reversed_kernel(
    const nbrun_winograd_shape *shape, const float *kernel, float *weights) {
    kernel_job job = {kernel, weights, shape->channels, shape->filters};
    nbrun_parallel_for(shape->channels, LANES, reversed_kernel_range, &job);
}

VECTORISED static void transposed_kernel_range(size_t begin, size_t end, void *context) {
    transform_exchanged(begin, end, context, 0);
}

void nbrun_winograd_transform_transposed_kernel(
    const nbrun_winograd_shape *shape, const float *kernel, float *weights) {
    kernel_job job = {kernel, weights, shape->channels, shape->filters};
    nbrun_parallel_for(shape->channels, LANES, transposed_kernel_range, &job);
}
