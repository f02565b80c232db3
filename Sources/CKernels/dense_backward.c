#include "dense.h"

#include <stdatomic.h>

#include "ahead.h"
#include "dense_panels.h"
#include "parallel.h"

enum {
    /// Inputs of a piece: what belongs to it, and to the next, stays in the second cache.
    PIECE = 64,
    /// Inputs whose sums stay in registers together.
    GRADIENT_GROUP = 4,
    VALUES_GROUP = 8,
    TURNS = PIECE / GRADIENT_GROUP + PIECE / VALUES_GROUP,
};

typedef struct {
    const nbrun_dense_backward *layer;
    const float *const *streams;
    nbrun_gradient_piece_body body;
    void *context;
    /// The gradient as (panels, samples, 64) and as (outputs, samples).
    float *panels, *columns;
    atomic_size_t next;
} dense_job;

/// Some inputs, in a worker's own memory.
typedef struct {
    size_t first, count;
    /// (samples, 64), (64, samples), (64, 64)
    float *values, *values_gradient, *gradient;
} input_block;

/// What the next piece needs of the streams.
typedef struct {
    span_ahead streams[3];
} piece_ahead;

static size_t shared_scratch(size_t samples, size_t outputs) { return 2 * samples * outputs; }
static size_t own_scratch(size_t samples) { return 2 * samples * PIECE + PIECE * PANEL; }

size_t nbrun_dense_backward_scratch(size_t samples, size_t outputs, size_t workers) {
    return shared_scratch(samples, outputs) + workers * own_scratch(samples);
}

INLINED piece_ahead piece_ahead_at(const float *const streams[3], size_t first) {
    piece_ahead ahead;
    for (int i = 0; i < 3; i++)
        ahead.streams[i] = streams[i] ? span_ahead_at(streams[i] + first, PIECE * PANEL, TURNS) : (span_ahead){0};
    return ahead;
}

INLINED void ask_for_turn(piece_ahead *ahead) {
    for (int i = 0; i < 3; i++) ask_for_share(&ahead->streams[i]);
}

/// sums[input][sample] += Σ weights[input][output] · columns[output][sample]
INLINED void multiply_by_weights(
    const float *weights, const float *columns, size_t samples, float *sums, const int vectors) {
    lanes sum[VALUES_GROUP][2];
#pragma unroll
    for (int i = 0; i < VALUES_GROUP * vectors; i++)
        sum[i / vectors][i % vectors] = *lanes_at(sums + i / vectors * samples + i % vectors * LANES);
    for (int output = 0; output < PANEL; output++) {
        lanes column[2];
#pragma unroll
        for (int v = 0; v < vectors; v++) column[v] = *lanes_at(columns + output * samples + v * LANES);
#pragma unroll
        for (int input = 0; input < VALUES_GROUP; input++) {
            float weight = weights[input * PANEL + output];
#pragma unroll
            for (int v = 0; v < vectors; v++) sum[input][v] += weight * column[v];
        }
    }
#pragma unroll
    for (int i = 0; i < VALUES_GROUP * vectors; i++)
        *lanes_to(sums + i / vectors * samples + i % vectors * LANES) = sum[i / vectors][i % vectors];
}

/// gradient[input][output] = Σ values[sample][input] · rows[sample][output]
INLINED void multiply_by_values(const float *values, const float *rows, size_t samples, float *gradient) {
    lanes sum[GRADIENT_GROUP][PANEL_LANES] = {0};
    for (size_t sample = 0; sample < samples; sample++) {
        lanes row[PANEL_LANES];
#pragma unroll
        for (int v = 0; v < PANEL_LANES; v++) row[v] = *lanes_at(rows + sample * PANEL + v * LANES);
#pragma unroll
        for (int input = 0; input < GRADIENT_GROUP; input++) {
            float value = values[sample * PIECE + input];
#pragma unroll
            for (int v = 0; v < PANEL_LANES; v++) sum[input][v] += value * row[v];
        }
    }
#pragma unroll
    for (int i = 0; i < GRADIENT_GROUP * PANEL_LANES; i++)
        *lanes_to(gradient + i * LANES) = sum[i / PANEL_LANES][i % PANEL_LANES];
}

/// A piece: the inputs of a block and the outputs of a panel.
INLINED void run_piece(const dense_job *job, const input_block *block, size_t panel, size_t following) {
    size_t samples = job->layer->samples, first = (panel * job->layer->inputs + block->first) * PANEL;
    const float *weights = job->streams[0] + first;
    piece_ahead ahead = piece_ahead_at(job->streams, following);
    if (job->layer->values_gradient)
        for (size_t input = 0; input < block->count; input += VALUES_GROUP) {
            ask_for_turn(&ahead);
            const float *columns = job->columns + panel * PANEL * samples;
            float *sums = block->values_gradient + input * samples;
            size_t sample = 0;
            for (; sample + 2 * LANES <= samples; sample += 2 * LANES)
                multiply_by_weights(weights + input * PANEL, columns + sample, samples, sums + sample, 2);
            if (sample < samples)
                multiply_by_weights(weights + input * PANEL, columns + sample, samples, sums + sample, 1);
        }
    for (size_t input = 0; input < block->count; input += GRADIENT_GROUP) {
        ask_for_turn(&ahead);
        multiply_by_values(
            block->values + input, job->panels + panel * PANEL * samples, samples, block->gradient + input * PANEL);
    }
    job->body(first, block->count * PANEL, block->gradient, job->context);
}

/// Copies a block's columns of the values together; in place, their rows would compete for the same lines of the cache.
INLINED void gather_values(const dense_job *job, const input_block *block) {
    for (size_t sample = 0; sample < job->layer->samples; sample++)
        for (size_t input = 0; input < block->count; input += LANES)
            *lanes_to(block->values + sample * PIECE + input) =
                *lanes_at(job->layer->values + sample * job->layer->inputs + block->first + input);
}

/// Takes a block's sums to where the image has them, 16 channels at a time.
INLINED void scatter_values_gradient(const dense_job *job, const input_block *block) {
    size_t samples = job->layer->samples, channels = job->layer->channels, pixels = job->layer->inputs / channels;
    for (size_t input = 0; input < block->count; input += LANES) {
        size_t pixel = (block->first + input) / channels, channel = (block->first + input) % channels;
        const float *sums = block->values_gradient + input * samples;
        float *image = job->layer->values_gradient + (channel / LANES * pixels + pixel) * LANES;
        for (size_t sample = 0; sample < samples; sample++)
            for (size_t i = 0; i < LANES; i++) image[sample * job->layer->inputs + i] = sums[i * samples + sample];
    }
}

INLINED void run_block(const dense_job *job, const input_block *block) {
    size_t panels = job->layer->outputs / PANEL, samples = job->layer->samples;
    gather_values(job, block);
    for (size_t i = 0; i < PIECE * samples; i++) block->values_gradient[i] = 0;
    for (size_t panel = 0; panel < panels; panel++) {
        size_t following = panel + 1 < panels ? panel + 1 : 0;
        size_t first = block->first + (following == 0 ? PIECE * job->layer->workers : 0);
        if (first + PIECE > job->layer->inputs) first = block->first;
        run_piece(job, block, panel, (following * job->layer->inputs + first) * PANEL);
    }
    if (job->layer->values_gradient) scatter_values_gradient(job, block);
}

VECTORISED static void backward_range(size_t begin, size_t end, void *context) {
    dense_job *job = context;
    size_t samples = job->layer->samples, inputs = job->layer->inputs;
    float *scratch =
        job->layer->scratch + shared_scratch(samples, job->layer->outputs) + begin * own_scratch(samples);
    input_block block = {
        .values = scratch, .values_gradient = scratch + samples * PIECE, .gradient = scratch + 2 * samples * PIECE};
    for (;;) {
        block.first = atomic_fetch_add_explicit(&job->next, PIECE, memory_order_relaxed);
        if (block.first >= inputs) return;
        block.count = inputs - block.first < PIECE ? inputs - block.first : PIECE;
        run_block(job, &block);
    }
}

/// Lays the gradient out as both products want it.
static void arrange_gradient(const dense_job *job) {
    const nbrun_dense_backward *layer = job->layer;
    for (size_t sample = 0; sample < layer->samples; sample++)
        for (size_t output = 0; output < layer->outputs; output++) {
            float value = layer->gradient[sample * layer->outputs + output];
            job->panels[(output / PANEL * layer->samples + sample) * PANEL + output % PANEL] = value;
            job->columns[output * layer->samples + sample] = value;
        }
}

void nbrun_dense_backward_pieces(
    const nbrun_dense_backward *layer, const float *const weights_and_more[3], nbrun_gradient_piece_body body,
    void *context) {
    dense_job job = {
        layer, weights_and_more, body, context, layer->scratch, layer->scratch + layer->samples * layer->outputs, 0};
    arrange_gradient(&job);
    nbrun_parallel_for(layer->workers, 1, backward_range, &job);
}

void nbrun_sum_rows(const float *rows, size_t row_count, size_t width, float *result) {
    for (size_t column = 0; column < width; column++) result[column] = 0;
    for (size_t row = 0; row < row_count; row++)
        for (size_t column = 0; column < width; column++) result[column] += rows[row * width + column];
}
