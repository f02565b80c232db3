#include "parallel.h"
#include "views.h"

typedef struct {
    nbrun_view view;
    void *result;
} copy;

#define COPY(NAME, Element)                                                            \
    VECTORISED static void copy_##NAME(size_t begin, size_t end, void *context) {      \
        const copy *copy = context;                                                    \
        Element *result = copy->result;                                                \
        for (size_t at = begin; at < end; at += BLOCK) {                               \
            size_t count = least(end - at, BLOCK);                                     \
            const Element *block = NAME##_at(&copy->view, at, count, result + at);     \
            if (block != result + at) __builtin_memcpy(result + at, block, count * sizeof(Element)); \
        }                                                                              \
    }

COPY(bytes, uint8_t)
COPY(integers, int32_t)
COPY(floats, float)
COPY(truths, uint8_t)
COPY(doubles, double)

void nbrun_copy(nbrun_view view, size_t count, nbrun_element_type type, void *result) {
    static const nbrun_range_body bodies[] = {
        [NBRUN_UINT8] = copy_bytes,  [NBRUN_INT32] = copy_integers,   [NBRUN_FLOAT32] = copy_floats,
        [NBRUN_BOOL] = copy_truths, [NBRUN_FLOAT64] = copy_doubles,
    };
    copy context = {view, result};
    nbrun_parallel_for(count, OPERATION_CHUNK, bodies[type], &context);
}

typedef struct {
    nbrun_view destination;
    nbrun_view source;
} assignment;

#define ASSIGNMENT(NAME, Element)                                                          \
    VECTORISED static void assign_##NAME(size_t begin, size_t end, void *context) {        \
        const assignment *assignment = context;                                            \
        const nbrun_view *destination = &assignment->destination;                          \
        Element buffer[BLOCK];                                                             \
        walk place = walk_from(destination, begin);                                        \
        for (size_t at = begin; at < end;) {                                               \
            size_t count = least(least(end - at, BLOCK), run_length(destination, &place)); \
            const Element *block = NAME##_at(&assignment->source, at, count, buffer);      \
            Element *to = (Element *)destination->elements + place.offset;                 \
            for (size_t i = 0; i < count; i++) to[(ptrdiff_t)i * place.step] = block[i];   \
            advance(destination, &place, count);                                           \
            at += count;                                                                   \
        }                                                                                  \
    }

ASSIGNMENT(bytes, uint8_t)
ASSIGNMENT(integers, int32_t)
ASSIGNMENT(floats, float)
ASSIGNMENT(truths, uint8_t)

void nbrun_assign(nbrun_view destination, nbrun_view source, size_t count) {
    static const nbrun_range_body bodies[] = {
        [NBRUN_UINT8] = assign_bytes,
        [NBRUN_INT32] = assign_integers,
        [NBRUN_FLOAT32] = assign_floats,
        [NBRUN_BOOL] = assign_truths,
    };
    assignment context = {destination, source};
    nbrun_parallel_for(count, OPERATION_CHUNK, bodies[destination.type], &context);
}
