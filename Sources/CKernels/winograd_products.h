#pragma once

#include "winograd_panels.h"

// The products of a block of transformed tiles with transformed weights, for all 36 points.

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

/// The scratch memory of one worker: a block of tiles, for all channels and for a panel of filters.
typedef struct {
    float *inputs, *sums;
    size_t input_stride, sum_stride;
} workspace;

INLINED workspace workspace_in(float *scratch, int channels, size_t worker) {
    size_t input_stride = (size_t)BLOCK * channels + GAP, sum_stride = BLOCK * PANEL + GAP;
    float *inputs = scratch + worker * POINTS * (input_stride + sum_stride);
    return (workspace){inputs, inputs + POINTS * input_stride, input_stride, sum_stride};
}

/// sums[tile][filter] = Σ inputs[tile][channel] · weights[channel][filter], added to what is there but the first time.
///
/// - ahead: weights that will be read soon; a line of them is asked for with each channel.
INLINED void multiply(
    const float *inputs, int input_stride, const float *weights, int channels, float *sums, int is_first,
    const float *ahead, const int vectors) {
    lanes sum[GROUP][PANEL / LANES];
#pragma unroll
    for (int i = 0; i < GROUP * vectors; i++) sum[i / vectors][i % vectors] = NOTHING;
    for (int channel = 0; channel < channels; channel++) {
        lanes filters[PANEL / LANES];
        __builtin_prefetch(ahead + channel * LANES);
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
            // The next chunk lies behind this one, but for the gap between two points. Each of the block's four groups
            // asks for a quarter of it.
            const float *ahead = panel + count * vectors * LANES;
            for (int tile = 0; tile < tiles; tile += GROUP, ahead += count * LANES)
                multiply(
                    inputs + (size_t)tile * channels, channels, panel, count, sums + tile * PANEL, first == 0, ahead,
                    vectors);
        }
}
