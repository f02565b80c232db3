// Every thread, of whatever library, has a stack for signals: one whose own is full can still tell where it was.

#include "host.h"

#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>

struct start {
    void *(*run)(void *);
    void *argument;
};

static void *run_thread(void *pointer) {
    struct start start = *(struct start *)pointer;
    free(pointer);
    void *result;
    // A thread may also end in the middle.
    pthread_cleanup_push(free_signal_stack, make_signal_stack());
    result = start.run(start.argument);
    pthread_cleanup_pop(1);
    return result;
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*run)(void *), void *argument) {
    static __typeof__(&pthread_create) create;
    if (!create) create = (__typeof__(create))dlsym(RTLD_NEXT, "pthread_create");
    struct start *start = malloc(sizeof *start);
    if (!start) return EAGAIN;
    *start = (struct start){run, argument};
    int code = create(thread, attributes, run_thread, start);
    if (code != 0) free(start);
    return code;
}
