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
