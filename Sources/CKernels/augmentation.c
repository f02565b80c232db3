#include "augmentation.h"

#include <math.h>

#include "parallel.h"
#include "vectorised.h"

// The pixels of an output row are made in strips: first where each of them comes from, all at once, then its channels.
enum { STRIP = 32 };

// A vector's store that crosses a cache line holds up the loads of single numbers from it.
#define LINE_ALIGNED _Alignas(64)

typedef struct {
    const nbrun_image_source *source;
    const nbrun_image_map *maps;
    float *result;
} resampling;

/// The four source pixels about each pixel of a strip, as positions in the image, and how near it is to the later ones.
typedef struct {
    LINE_ALIGNED int32_t corners[4][STRIP];
    float row_weight[STRIP];
    float column_weight[STRIP];
    /// 0 where the fill value stands instead of the pixels.
    int32_t is_inside[STRIP];
} strip_places;

INLINED int32_t clamped(int32_t index, int32_t size) {
    int32_t last = size - 1, atLeast0 = index < 0 ? 0 : index;
    return atLeast0 > last ? last : atLeast0;
}

// Vector units have no integer division. The quotient from floats is off by one at most, and that is put right.
INLINED int32_t modulo(int32_t index, int32_t size) {
    int32_t rest = index - (int32_t)floorf((float)index / (float)size) * size;
    rest = rest < 0 ? rest + size : rest;
    return rest >= size ? rest - size : rest;
}

INLINED int32_t pixel_index(int32_t index, int32_t size, nbrun_fill_mode mode) {
    if (mode == NBRUN_FILL_WRAP) return modulo(index, size);
    if (mode != NBRUN_FILL_REFLECT) return clamped(index, size);
    int32_t folded = modulo(index, 2 * size);
    return folded < size ? folded : 2 * size - 1 - folded;
}

INLINED void find_places(
    const nbrun_image_source *source, const nbrun_image_map *map, size_t i, size_t first, nbrun_fill_mode mode,
    strip_places *places) {
    int32_t height = (int32_t)source->height, width = (int32_t)source->width, channels = (int32_t)source->channels;
    float row_start = (float)(map->row[0] * (double)i + map->row[1] * (double)first + map->row[2]);
    float column_start = (float)(map->column[0] * (double)i + map->column[1] * (double)first + map->column[2]);
    float row_step = (float)map->row[1], column_step = (float)map->column[1];
    for (int32_t lane = 0; lane < STRIP; lane++) {
        float row = row_start + row_step * (float)lane, column = column_start + column_step * (float)lane;
        float row_floor = floorf(row), column_floor = floorf(column);
        int32_t r = (int32_t)row_floor, c = (int32_t)column_floor;
        int32_t upper = pixel_index(r, height, mode) * width, lower = pixel_index(r + 1, height, mode) * width;
        int32_t left = pixel_index(c, width, mode), right = pixel_index(c + 1, width, mode);
        places->corners[0][lane] = (upper + left) * channels;
        places->corners[1][lane] = (upper + right) * channels;
        places->corners[2][lane] = (lower + left) * channels;
        places->corners[3][lane] = (lower + right) * channels;
        places->row_weight[lane] = row - row_floor;
        places->column_weight[lane] = column - column_floor;
        places->is_inside[lane] = mode != NBRUN_FILL_CONSTANT
            || ((row >= 0) & (row <= (float)(height - 1)) & (column >= 0) & (column <= (float)(width - 1)));
    }
}

/// A number loaded by itself: where compilers make vector gathers of such loads, these take longer.
INLINED float loaded(const float *address) {
    float number = *address;
    __asm__("" : "+r"(number));
    return number;
}

INLINED void mix_channel(
    const nbrun_image_source *source, const float *image, const strip_places *places, float mixed[STRIP]) {
    LINE_ALIGNED float corners[4][STRIP];
    for (int corner = 0; corner < 4; corner++)
        for (int lane = 0; lane < STRIP; lane++) corners[corner][lane] = loaded(image + places->corners[corner][lane]);
    for (int lane = 0; lane < STRIP; lane++) {
        float right = places->column_weight[lane], left = 1 - right;
        float lower = places->row_weight[lane], upper = 1 - lower;
        float above = corners[0][lane] * left + corners[1][lane] * right;
        float below = corners[2][lane] * left + corners[3][lane] * right;
        float value = places->is_inside[lane] ? above * upper + below * lower : source->fill_value;
        mixed[lane] = value * source->scale;
    }
}

INLINED void resample_image(const resampling *work, size_t number, nbrun_fill_mode mode) {
    const nbrun_image_source *source = work->source;
    const nbrun_image_map *map = &work->maps[number];
    size_t pixels = source->height * source->width, channels = source->channels;
    const float *image = source->images + map->source * pixels * channels;
    float *result = work->result + number * pixels * channels;
    for (size_t i = 0; i < source->height; i++) {
        for (size_t first = 0; first < source->width; first += STRIP) {
            strip_places places;
            find_places(source, map, i, first, mode, &places);
            size_t left = source->width - first, lanes = left < STRIP ? left : STRIP;
            float *target = result + (i * source->width + first) * channels;
            for (size_t channel = 0; channel < channels; channel++) {
                LINE_ALIGNED float mixed[STRIP];
                mix_channel(source, image + channel, &places, mixed);
                for (size_t lane = 0; lane < lanes; lane++) target[lane * channels + channel] = mixed[lane];
            }
        }
    }
}

VECTORISED static void resample_range(size_t begin, size_t end, void *context) {
    const resampling *work = context;
    for (size_t number = begin; number < end; number++) {
        switch (work->source->fill_mode) {
        case NBRUN_FILL_NEAREST: resample_image(work, number, NBRUN_FILL_NEAREST); break;
        case NBRUN_FILL_CONSTANT: resample_image(work, number, NBRUN_FILL_CONSTANT); break;
        case NBRUN_FILL_REFLECT: resample_image(work, number, NBRUN_FILL_REFLECT); break;
        case NBRUN_FILL_WRAP: resample_image(work, number, NBRUN_FILL_WRAP); break;
        }
    }
}

void nbrun_resample_images(
    const nbrun_image_source *source, const nbrun_image_map *maps, size_t count, float *result) {
    resampling work = {source, maps, result};
    size_t numbers = source->height * source->width * source->channels;
    size_t images = numbers == 0 ? count : 4096 / numbers + 1;
    nbrun_parallel_for(count, images, resample_range, &work);
}
