#include "dense.h"

#include <stdatomic.h>

#include "dense_panels.h"
#include "parallel.h"

enum {
    /// Inputs that are summed before their sum is added to the others': their weights stay in the first cache, and the
    /// sum of many products loses less in rounding.
    CHUNK = 64,
    /// Samples whose sums stay in registers together.
    GROUP = 4,
};

typedef struct {
    const nbrun_dense_forward *layer;
    /// The values as (inputs / 64, samples, 64), and what each worker sums, (samples, 64).
    float *chunks, *sums;
    atomic_size_t next;
} forward_job;

size_t nbrun_dense_forward_scratch(size_t samples, size_t inputs, size_t workers) {
    return samples * ((inputs + CHUNK - 1) / CHUNK * CHUNK + workers * PANEL);
}

INLINED size_t chunk_length(const nbrun_dense_forward *layer, size_t first) {
    return layer->inputs - first < CHUNK ? layer->inputs - first : CHUNK;
}

/// Copies values together; in place, the samples' rows would compete for the same lines of the cache.
VECTORISED static void gather_range(size_t begin, size_t end, void *context) {
    const forward_job *job = context;
    const nbrun_dense_forward *layer = job->layer;
    for (size_t chunk = begin; chunk < end; chunk++)
        for (size_t sample = 0; sample < layer->samples; sample++)
            for (size_t i = 0; i < chunk_length(layer, chunk * CHUNK); i += LANES)
                *lanes_to(job->chunks + (chunk * layer->samples + sample) * CHUNK + i) =
                    *lanes_at(layer->values + sample * layer->inputs + chunk * CHUNK + i);
}

/// sums[sample][output] = Σ values[sample][input] · weights[input][output], added to what is there for further chunks.
///
/// - ahead: weights that will be read soon; a line of them is asked for with each input.
INLINED void multiply(
    const float *values, const float *weights, size_t inputs, float *sums, int is_first, const float *ahead) {
    lanes sum[GROUP][PANEL_LANES] = {0};
    for (size_t input = 0; input < inputs; input++) {
        lanes weight[PANEL_LANES];
        __builtin_prefetch(ahead + input * LANES);
#pragma unroll
        for (int v = 0; v < PANEL_LANES; v++) weight[v] = *lanes_at(weights + input * PANEL + v * LANES);
#pragma unroll
        for (int sample = 0; sample < GROUP; sample++) {
            float value = values[sample * CHUNK + input];
#pragma unroll
            for (int v = 0; v < PANEL_LANES; v++) sum[sample][v] += value * weight[v];
        }
    }
#pragma unroll
    for (int i = 0; i < GROUP * PANEL_LANES; i++) {
        lanes *result = lanes_to(sums + i * LANES);
        *result = is_first ? sum[i / PANEL_LANES][i % PANEL_LANES] : *result + sum[i / PANEL_LANES][i % PANEL_LANES];
    }
}

INLINED void finish_panel(const nbrun_dense_forward *layer, const float *sums, size_t first) {
    for (size_t sample = 0; sample < layer->samples; sample++)
        for (size_t output = 0; output < PANEL; output += LANES) {
            lanes result = *lanes_at(sums + sample * PANEL + output);
            if (layer->bias) result += *lanes_at(layer->bias + first + output);
            if (layer->is_rectified) rectify(&result);
            *lanes_to(layer->results + sample * layer->outputs + first + output) = result;
        }
}

INLINED void run_panel(const forward_job *job, size_t panel, float *sums) {
    const nbrun_dense_forward *layer = job->layer;
    const float *weights = layer->weights + panel * layer->inputs * PANEL;
    for (size_t first = 0; first < layer->inputs; first += CHUNK)
        for (size_t sample = 0; sample < layer->samples; sample += GROUP) {
            // Each of four groups asks for a quarter of the next chunk; further ones find it there.
            const float *ahead = weights + (first + CHUNK) * PANEL + sample / GROUP % PANEL_LANES * CHUNK * LANES;
            multiply(
                job->chunks + first * layer->samples + sample * CHUNK, weights + first * PANEL,
                chunk_length(layer, first), sums + sample * PANEL, first == 0, ahead);
        }
    finish_panel(layer, sums, panel * PANEL);
}

VECTORISED static void forward_range(size_t begin, size_t end, void *context) {
    forward_job *job = context;
    float *sums = job->sums + begin * job->layer->samples * PANEL;
    for (;;) {
        size_t panel = atomic_fetch_add_explicit(&job->next, 1, memory_order_relaxed);
        if (panel >= job->layer->outputs / PANEL) return;
        run_panel(job, panel, sums);
    }
}

void nbrun_dense_forward_run(const nbrun_dense_forward *layer) {
    size_t chunks = (layer->inputs + CHUNK - 1) / CHUNK;
    forward_job job = {layer, layer->scratch, layer->scratch + layer->samples * chunks * CHUNK, 0};
    nbrun_parallel_for(chunks, 8, gather_range, &job);
    nbrun_parallel_for(layer->workers, 1, forward_range, &job);
}
