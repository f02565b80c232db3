#include "resizing.h"

#include <string.h>

#include "parallel.h"

// Rows that one thread takes at a time.
enum { CHUNK = 32 };

typedef struct {
    nbrun_planes planes;
    nbrun_borders borders;
    const float *values;
    float *result;
} padding;

static size_t padded_height(const padding *padding) {
    return padding->borders.top + padding->planes.height + padding->borders.bottom;
}

static size_t padded_width(const padding *padding) {
    return padding->borders.left + padding->planes.width + padding->borders.right;
}

// The loop goes over the rows of the padded planes.
static void pad_rows(size_t begin, size_t end, void *context) {
    const padding *padding = context;
    size_t height = padded_height(padding), depth = padding->planes.depth;
    size_t width = padding->planes.width * depth, padded = padded_width(padding) * depth;
    size_t left = padding->borders.left * depth, right = padding->borders.right * depth;
    for (size_t row = begin; row < end; row++) {
        float *result = padding->result + row * padded;
        size_t plane = row / height, place = row % height;
        if (place < padding->borders.top || place >= padding->borders.top + padding->planes.height) {
            memset(result, 0, padded * sizeof(float));
            continue;
        }
        size_t source = plane * padding->planes.height + place - padding->borders.top;
        memset(result, 0, left * sizeof(float));
        memcpy(result + left, padding->values + source * width, width * sizeof(float));
        memset(result + left + width, 0, right * sizeof(float));
    }
}

void nbrun_pad_with_zeros(nbrun_planes source, nbrun_borders borders, const float *values, float *result) {
    padding padding = {source, borders, values, result};
    nbrun_parallel_for(source.count * padded_height(&padding), CHUNK, pad_rows, &padding);
}

// The loop goes over the rows of the planes without their borders.
static void cut_rows(size_t begin, size_t end, void *context) {
    const padding *padding = context;
    size_t height = padding->planes.height, depth = padding->planes.depth;
    size_t width = padding->planes.width * depth, padded = padded_width(padding) * depth;
    for (size_t row = begin; row < end; row++) {
        size_t source = row / height * padded_height(padding) + padding->borders.top + row % height;
        const float *values = padding->values + source * padded + padding->borders.left * depth;
        memcpy(padding->result + row * width, values, width * sizeof(float));
    }
}

void nbrun_cut_borders(nbrun_planes result_planes, nbrun_borders borders, const float *values, float *result) {
    padding padding = {result_planes, borders, values, result};
    nbrun_parallel_for(result_planes.count * result_planes.height, CHUNK, cut_rows, &padding);
}
