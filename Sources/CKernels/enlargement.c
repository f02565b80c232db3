#include "resizing.h"

#include "parallel.h"
#include "vectorised.h"

// Rows that one thread takes at a time.
enum { CHUNK = 8 };

typedef struct {
    nbrun_planes planes;
    nbrun_enlargement by;
    const float *values;
    float *result;
} enlargement;

// The two rows of a plane that a row of the result is made of; likewise for columns.
typedef struct {
    size_t first, second;
    float second_share;
} mixture;

// A place of the result is its centre; beyond the border the outermost pixels go on.
INLINED mixture mixture_at(size_t place, size_t factor, size_t count, int is_bilinear) {
    if (!is_bilinear) return (mixture){place / factor, place / factor, 0};
    float at = ((float)place + 0.5f) / (float)factor - 0.5f;
    if (at <= 0) return (mixture){0, 0, 0};
    size_t first = (size_t)at;
    return (mixture){first, first + 1 < count ? first + 1 : first, at - (float)first};
}

INLINED void copy_pixel(const float *values, size_t depth, float *result) {
    for (size_t i = 0; i < depth; i++) result[i] = values[i];
}

// The loop goes over the rows of the result.
VECTORISED static void repeat_rows(size_t begin, size_t end, void *context) {
    const enlargement *enlargement = context;
    size_t width = enlargement->planes.width, depth = enlargement->planes.depth, factor = enlargement->by.width;
    for (size_t row = begin; row < end; row++) {
        // Planes have whole numbers of rows: those of the result are those of the source, times the factor.
        const float *values = enlargement->values + row / enlargement->by.height * width * depth;
        float *result = enlargement->result + row * width * factor * depth;
        for (size_t column = 0; column < width * factor; column++)
            copy_pixel(values + column / factor * depth, depth, result + column * depth);
    }
}

// A pixel of the result from those at the four corners around it.
INLINED void blend(
    const float *upper, const float *lower, float lower_share, mixture columns, size_t depth, float *result) {
    const float *upper_left = upper + columns.first * depth, *upper_right = upper + columns.second * depth;
    const float *lower_left = lower + columns.first * depth, *lower_right = lower + columns.second * depth;
    float right_share = columns.second_share;
    for (size_t i = 0; i < depth; i++) {
        float above = upper_left[i] + (upper_right[i] - upper_left[i]) * right_share;
        float below = lower_left[i] + (lower_right[i] - lower_left[i]) * right_share;
        result[i] = above + (below - above) * lower_share;
    }
}

// The loop goes over the rows of the result.
VECTORISED static void blend_rows(size_t begin, size_t end, void *context) {
    const enlargement *enlargement = context;
    nbrun_planes planes = enlargement->planes;
    size_t height = planes.height * enlargement->by.height, width = planes.width * enlargement->by.width;
    for (size_t row = begin; row < end; row++) {
        mixture rows = mixture_at(row % height, enlargement->by.height, planes.height, 1);
        const float *plane = enlargement->values + row / height * planes.height * planes.width * planes.depth;
        const float *upper = plane + rows.first * planes.width * planes.depth;
        const float *lower = plane + rows.second * planes.width * planes.depth;
        float *result = enlargement->result + row * width * planes.depth;
        for (size_t column = 0; column < width; column++) {
            mixture columns = mixture_at(column, enlargement->by.width, planes.width, 1);
            blend(upper, lower, rows.second_share, columns, planes.depth, result + column * planes.depth);
        }
    }
}

void nbrun_enlarge(nbrun_planes source, nbrun_enlargement by, const float *values, float *result) {
    enlargement enlargement = {source, by, values, result};
    size_t rows = source.count * source.height * by.height;
    nbrun_parallel_for(rows, CHUNK, by.is_bilinear ? blend_rows : repeat_rows, &enlargement);
}

// How much of a row or column of a plane is in that.
INLINED float share_of(size_t place, mixture mixture) {
    float share = mixture.first == place ? 1 - mixture.second_share : 0;
    return mixture.second == place ? share + mixture.second_share : share;
}

// The rows or columns of the result that one of a plane may be in.
typedef struct {
    size_t begin, end;
} reach;

INLINED reach reach_of(size_t place, size_t factor, size_t count, int is_bilinear) {
    size_t margin = is_bilinear ? factor / 2 + 1 : 0;
    size_t begin = place * factor, end = begin + factor + margin;
    return (reach){begin > margin ? begin - margin : 0, end < count * factor ? end : count * factor};
}

INLINED void add_pixel(const float *values, float share, size_t depth, float *result) {
    for (size_t i = 0; i < depth; i++) result[i] += values[i] * share;
}

// Adds what a row of the enlarged gradient gives to a row of the result.
INLINED void gather_row(const enlargement *enlargement, const float *gradient, float row_share, float *result) {
    size_t width = enlargement->planes.width, depth = enlargement->planes.depth, factor = enlargement->by.width;
    int is_bilinear = enlargement->by.is_bilinear;
    for (size_t column = 0; column < width; column++) {
        reach reach = reach_of(column, factor, width, is_bilinear);
        for (size_t place = reach.begin; place < reach.end; place++) {
            float share = share_of(column, mixture_at(place, factor, width, is_bilinear)) * row_share;
            if (share != 0) add_pixel(gradient + place * depth, share, depth, result + column * depth);
        }
    }
}

// The loop goes over the rows of the source's planes, each of which belongs to one thread.
VECTORISED static void gather_rows(size_t begin, size_t end, void *context) {
    const enlargement *enlargement = context;
    nbrun_planes planes = enlargement->planes;
    size_t factor = enlargement->by.height, width = planes.width * planes.depth;
    for (size_t row = begin; row < end; row++) {
        size_t plane = row / planes.height, place = row % planes.height;
        float *result = enlargement->result + row * width;
        for (size_t i = 0; i < width; i++) result[i] = 0;
        reach reach = reach_of(place, factor, planes.height, enlargement->by.is_bilinear);
        for (size_t at = reach.begin; at < reach.end; at++) {
            mixture rows = mixture_at(at, factor, planes.height, enlargement->by.is_bilinear);
            size_t source = plane * planes.height * factor + at;
            const float *gradient = enlargement->values + source * width * enlargement->by.width;
            float share = share_of(place, rows);
            if (share != 0) gather_row(enlargement, gradient, share, result);
        }
    }
}

void nbrun_enlarge_backward(nbrun_planes source, nbrun_enlargement by, const float *gradient, float *result) {
    enlargement enlargement = {source, by, gradient, result};
    nbrun_parallel_for(source.count * source.height, CHUNK, gather_rows, &enlargement);
}
