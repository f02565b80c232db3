#include "parallel.h"

#include <stdatomic.h>

// libgomp's entry point is a plain function, and oneDNN's loops run on the same pool; clang's own -fopenmp would bring
// a second runtime with a second set of threads into the process.
extern void GOMP_parallel(void (*body)(void *), void *context, unsigned thread_count, unsigned flags);
extern int omp_get_max_threads(void);
extern void omp_set_num_threads(int count);

typedef struct {
    size_t count;
    size_t chunk;
    nbrun_range_body body;
    void *context;
    atomic_size_t next;
} parallel_loop;

// Each thread takes the next range until none is left, so that a thread that is held up delays nobody.
static void run_ranges(void *data) {
    parallel_loop *loop = data;
    for (;;) {
        size_t begin = atomic_fetch_add_explicit(&loop->next, loop->chunk, memory_order_relaxed);
        if (begin >= loop->count) return;
        size_t left = loop->count - begin;
        loop->body(begin, begin + (left < loop->chunk ? left : loop->chunk), loop->context);
    }
}

size_t nbrun_thread_count(void) { return (size_t)omp_get_max_threads(); }

void nbrun_parallel_for(size_t count, size_t chunk, nbrun_range_body body, void *context) {
    if (count == 0) return;
    if (count <= chunk) {
        body(0, count, context);
        return;
    }
    parallel_loop loop = {.count = count, .chunk = chunk, .body = body, .context = context};
    size_t ranges = (count + chunk - 1) / chunk;
    size_t threads = nbrun_thread_count();
    GOMP_parallel(run_ranges, &loop, (unsigned)(ranges < threads ? ranges : threads), 0);
}

void nbrun_stay_on_this_thread(void) { omp_set_num_threads(1); }
