#include "parallel.h"
#include "training.h"
#include "vectorised.h"

typedef struct {
    const float *source, *factors;
    float *result;
    size_t channels, blocks, pixels, lanes;
} scaling;

// The blocks of all images one after another.
VECTORISED static void scale_blocks(size_t begin, size_t end, void *context) {
    const scaling *scaling = context;
    size_t channels = scaling->channels, lanes = scaling->lanes, pixels = scaling->pixels;
    for (size_t at = begin; at < end; at++) {
        size_t image = at / scaling->blocks, first = at % scaling->blocks * lanes;
        // An incomplete block ends with lanes of 0 that belong to no channel.
        size_t used = channels - first < lanes ? channels - first : lanes;
        const float *factors = scaling->factors + image * channels + first;
        const float *source = scaling->source + at * pixels * lanes;
        float *restrict result = scaling->result + at * pixels * lanes;
        for (size_t pixel = 0; pixel < pixels; pixel++, source += lanes, result += lanes) {
            for (size_t lane = 0; lane < used; lane++) result[lane] = source[lane] * factors[lane];
            for (size_t lane = used; lane < lanes; lane++) result[lane] = 0;
        }
    }
}

void nbrun_scale_channels(
    const float *source, const float *factors, float *result, size_t images, size_t channels, size_t pixels,
    size_t lanes) {
    size_t blocks = (channels + lanes - 1) / lanes;
    scaling scaling = {source, factors, result, channels, blocks, pixels, lanes};
    nbrun_parallel_for(images * blocks, 1, scale_blocks, &scaling);
}
