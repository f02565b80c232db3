#include "host.h"

#include <dlfcn.h>
#include <execinfo.h>
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

// The last errors thrown on the main thread and where; an error that leaves a cell is one of them.
enum { remembered = 8, status_of_ended_cell = 70 };

static struct {
    const void *error;
    void *frames[most_frames];
    int count;
} throws[remembered];
static unsigned long throw_count;
static pthread_t main_thread;

static void remember_throw(const void *error) {
    if (!pthread_equal(pthread_self(), main_thread)) return;
    unsigned long slot = throw_count++ % remembered;
    throws[slot].error = error;
    throws[slot].count = backtrace(throws[slot].frames, most_frames);
}

void remember_throws(void) {
    main_thread = pthread_self();
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
