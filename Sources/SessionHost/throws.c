#include "host.h"

#include <dlfcn.h>
#include <execinfo.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

// The last errors thrown and where; an error that leaves a cell is one of them.
enum { remembered = 8, remembered_frames = 32, status_of_ended_cell = 70 };

static struct {
    const void *error;
    void *frames[remembered_frames];
    int count;
} throws[remembered];
static unsigned long throw_count;
// Where the main thread handed on the newest of them: the line that tells, where no line of a chapter threw it.
static struct {
    unsigned long throw_count;
    void *frames[remembered_frames];
    int count;
} handed_on;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
// Whether the main thread's next throw hands on what a task has thrown.
static _Thread_local bool is_rethrowing;

static void remember_throw(const void *error) {
    bool is_known = is_rethrowing;
    is_rethrowing = false;
    pthread_mutex_lock(&mutex);
    if (is_known) {
        handed_on.throw_count = throw_count;
        handed_on.count = backtrace(handed_on.frames, remembered_frames);
        pthread_mutex_unlock(&mutex);
        return;
    }
    unsigned long slot = throw_count++ % remembered;
    throws[slot].error = error;
    throws[slot].count = backtrace(throws[slot].frames, remembered_frames);
    pthread_mutex_unlock(&mutex);
}

// What this thread throws next was thrown before, in a task that it waited for; that place is the one to tell.
void expect_rethrow(void) {
    is_rethrowing = true;
}

static void say_calls(void **frames, int count) {
    for (int index = 0; index < count; index++) frames[index] = (char *)frames[index] - 1;
    say_frames(frames, count);
}

// Tells where a cell ended the process itself.
static void report_exit(void) {
    if (!is_running_cell) return;
    void *frames[most_frames];
    say_calls(frames, backtrace(frames, most_frames));
}

void remember_throws(void) {
    atexit(report_exit);
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

void end_cell(const void *error) {
    fflush(NULL);
    int slot = error ? slot_of(error) : -1;
    void *frames[most_frames];
    int count = 0;
    if (slot >= 0) {
        for (int index = 0; index < throws[slot].count; index++) frames[count++] = throws[slot].frames[index];
    }
    if (slot >= 0 && handed_on.throw_count == throw_count) {
        for (int index = 0; index < handed_on.count; index++) frames[count++] = handed_on.frames[index];
    }
    if (slot < 0) count = backtrace(frames, most_frames);
    say_calls(frames, count);
    _exit(status_of_ended_cell);
}
