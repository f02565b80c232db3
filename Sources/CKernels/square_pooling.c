#include "training.h"

#include "parallel.h"
#include "squares.h"

// A plane is 16 channels of an image: nothing is shared between planes.

enum { CHUNK = 2 };

typedef struct {
    const float *source;
    float *result;
    uint8_t *corners;
    size_t height, width;
} pooling;

VECTORISED static void pool_range(size_t begin, size_t end, void *context) {
    const pooling *job = context;
    size_t row = job->width * LANES, place = begin * (job->height / 2) * (job->width / 2) * LANES;
    for (size_t plane = begin; plane < end; plane++)
        for (size_t y = 0; y + 1 < job->height; y += 2)
            for (size_t x = 0; x + 1 < job->width; x += 2, place += LANES) {
                const float *first = job->source + (plane * job->height + y) * row + x * LANES;
                const lanes *square[4] = {
                    lanes_at(first), lanes_at(first + LANES), lanes_at(first + row), lanes_at(first + row + LANES)};
                lanes largest;
                lane_bits corner;
                find_largest(square, &largest, &corner);
                *lanes_to(job->result + place) = largest;
                if (job->corners) store_corner(&corner, job->corners + place);
            }
}

void nbrun_pool_squares(
    const float *images, float *result, uint8_t *corners, size_t planes, size_t height, size_t width) {
    pooling job = {images, result, corners, height, width};
    nbrun_parallel_for(planes, CHUNK, pool_range, &job);
}

typedef struct {
    const float *gradient;
    const uint8_t *corners;
    float *result;
    size_t height, width;
} unpooling;

VECTORISED static void unpool_range(size_t begin, size_t end, void *context) {
    const unpooling *job = context;
    size_t pooled_width = job->width / 2, pooled_height = job->height / 2;
    float *pixel = job->result + begin * job->height * job->width * LANES;
    for (size_t plane = begin; plane < end; plane++)
        for (size_t y = 0; y < job->height; y++)
            for (size_t x = 0; x < job->width; x++, pixel += LANES) {
                // A last odd row or column belongs to no square.
                if (y / 2 >= pooled_height || x / 2 >= pooled_width) {
                    *lanes_to(pixel) = NOTHING;
                    continue;
                }
                size_t place = ((plane * pooled_height + y / 2) * pooled_width + x / 2) * LANES;
                unpool(job->gradient + place, job->corners + place, y % 2 * 2 + x % 2, lanes_to(pixel));
            }
}

void nbrun_unpool_squares(
    const float *gradient, const uint8_t *corners, float *result, size_t planes, size_t height, size_t width) {
    unpooling job = {gradient, corners, result, height, width};
    nbrun_parallel_for(planes, CHUNK, unpool_range, &job);
}
