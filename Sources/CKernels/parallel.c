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

static void set_flushing(void *flushes) {
#if defined(__x86_64__)
    // Results and operands: bits 15 and 6 of MXCSR (Intel's manual, volume 1, 10.2.3).
    const unsigned bits = 1 << 15 | 1 << 6;
    unsigned control = __builtin_ia32_stmxcsr();
    __builtin_ia32_ldmxcsr(*(int *)flushes ? control | bits : control & ~bits);
#elif defined(__aarch64__)
    // Both: bit 24 of FPCR (Arm's reference manual, C5.2.8).
    const unsigned long bit = 1 << 24;
    unsigned long control;
    __asm__ volatile("mrs %0, fpcr" : "=r"(control));
    control = *(int *)flushes ? control | bit : control & ~bit;
    __asm__ volatile("msr fpcr, %0" : : "r"(control));
#else
    (void)flushes;
#endif
}

void nbrun_flush_subnormals(int flushes) {
    GOMP_parallel(set_flushing, &flushes, (unsigned)nbrun_thread_count(), 0);
}

void nbrun_stay_on_this_thread(void) { omp_set_num_threads(1); }
