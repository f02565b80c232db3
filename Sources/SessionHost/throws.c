#include "host.h"

#include <dlfcn.h>
#include <execinfo.h>
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

// The last errors thrown and where; an error that leaves a cell is one of them.
enum { remembered = 8, remembered_frames = 32, status_of_ended_cell = 70 };

static struct {
    const void *error;
    void *frames[remembered_frames];
    int count;
} throws[remembered];
static unsigned long throw_count;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
// Whether the main thread's next throw hands on what a task has thrown.
static _Thread_local bool is_rethrowing;

static void remember_throw(const void *error) {
    bool is_known = is_rethrowing;
    is_rethrowing = false;
    if (is_known) return;
    pthread_mutex_lock(&mutex);
    unsigned long slot = throw_count++ % remembered;
    throws[slot].error = error;
    throws[slot].count = backtrace(throws[slot].frames, remembered_frames);
    pthread_mutex_unlock(&mutex);
}

// What this thread throws next was thrown before, in a task that it waited for; that place is the one to tell.
void expect_rethrow(void) {
    is_rethrowing = true;
}

void remember_throws(void) {
    void (*set_handler)(void (*)(const void *)) = dlsym(RTLD_DEFAULT, "_swift_setWillThrowHandler");
    if (set_handler) set_handler(remember_throw);
}

// The newest throw of this very error; a typed error was boxed since, so else the newest of all.
static int slot_of(const void *error) {
    for (unsigned long age = 1; age <= remembered && age <= throw_count; age++) {
        int slot = (throw_count - age) % remembered;
        if (throws[slot].error == error) return slot;
    }
    return throw_count ? (int)((throw_count - 1) % remembered) : -1;
}

static void say_calls(void **frames, int count) {
    for (int index = 0; index < count; index++) frames[index] = (char *)frames[index] - 1;
    say_frames(frames, count);
}

void end_cell(const void *error) {
    fflush(NULL);
    int slot = error ? slot_of(error) : -1;
    if (slot >= 0) {
        say_calls(throws[slot].frames, throws[slot].count);
    } else {
        void *frames[most_frames];
        say_calls(frames, backtrace(frames, most_frames));
    }
    _exit(status_of_ended_cell);
}
