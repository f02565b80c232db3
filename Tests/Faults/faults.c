// Lets a program's calls that change files go wrong, one at a time and always the same one.
//
//   FAULTS_PROGRAM   the name of the program that is meant; others run as ever
//   FAULTS_FOLDER    calls on files in this folder or below it count, an absolute path without links
//   FAULTS_AT        which call goes wrong, counted from one; none without it
//   FAULTS_WITH      `kill`, or the number of an error; a write that is killed in has written half of its bytes
//   FAULTS_LOG       a file that gets a line for each call that counts
//   FAULTS_CLOCK     seconds by which the clock of the day jumps each time that it is read, ahead and back in turns
//
// Calls count that make, fill, sync, name or remove something.

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static atomic_int count;

static int is_program(void) {
    const char *program = getenv("FAULTS_PROGRAM");
    return program && !strcmp(program, program_invocation_short_name);
}

static int is_meant(const char *path) {
    const char *folder = getenv("FAULTS_FOLDER");
    if (!folder || !is_program()) return 0;
    char absolute[8192];
    if (path[0] != '/') {
        char here[4096];
        if (!getcwd(here, sizeof here)) return 0;
        snprintf(absolute, sizeof absolute, "%s/%s", here, path);
        path = absolute;
    }
    return !strncmp(path, folder, strlen(folder));
}

static void note(const char *call) {
    const char *log = getenv("FAULTS_LOG");
    int descriptor = log ? (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
    if (descriptor < 0) return;
    char line[64];
    int length = snprintf(line, sizeof line, "%s\n", call);
    syscall(SYS_write, descriptor, line, length);
    syscall(SYS_close, descriptor);
}

// Whether the call is the one that goes wrong.
static int strikes(const char *call, const char *path) {
    if (!is_meant(path)) return 0;
    note(call);
    const char *at = getenv("FAULTS_AT");
    return atomic_fetch_add(&count, 1) + 1 == (at ? atoi(at) : 0);
}

static int strikes_descriptor(const char *call, int descriptor) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return strikes(call, path);
}

static int kills(void) {
    const char *with = getenv("FAULTS_WITH");
    return !with || !strcmp(with, "kill");
}

static int go_wrong(void) {
    if (kills()) {
        kill(getpid(), SIGKILL);
        pause();
    }
    errno = atoi(getenv("FAULTS_WITH"));
    return -1;
}

#define OPEN(name)                                                                            \
    int name(const char *path, int flags, ...) {                                              \
        va_list rest;                                                                         \
        va_start(rest, flags);                                                                \
        mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;                             \
        va_end(rest);                                                                         \
        int changes = flags & (O_CREAT | O_TRUNC | O_WRONLY | O_RDWR);                        \
        if (changes && strikes("open", path)) return go_wrong();                              \
        return NEXT(name)(path, flags, mode);                                                 \
    }
OPEN(open)
OPEN(open64)

ssize_t write(int descriptor, const void *bytes, size_t size) {
    if (descriptor > 2 && strikes_descriptor("write", descriptor)) {
        if (kills()) NEXT(write)(descriptor, bytes, size / 2);
        return go_wrong();
    }
    return NEXT(write)(descriptor, bytes, size);
}

int fsync(int descriptor) {
    return strikes_descriptor("fsync", descriptor) ? go_wrong() : NEXT(fsync)(descriptor);
}

int fchmod(int descriptor, mode_t mode) {
    return strikes_descriptor("fchmod", descriptor) ? go_wrong() : NEXT(fchmod)(descriptor, mode);
}

int ftruncate(int descriptor, off_t size) {
    return strikes_descriptor("ftruncate", descriptor) ? go_wrong() : NEXT(ftruncate)(descriptor, size);
}

int rename(const char *from, const char *to) {
    return strikes("rename", to) ? go_wrong() : NEXT(rename)(from, to);
}

int link(const char *from, const char *to) { return strikes("link", to) ? go_wrong() : NEXT(link)(from, to); }

int unlink(const char *path) { return strikes("unlink", path) ? go_wrong() : NEXT(unlink)(path); }

int mkdir(const char *path, mode_t mode) {
    return strikes("mkdir", path) ? go_wrong() : NEXT(mkdir)(path, mode);
}

int rmdir(const char *path) { return strikes("rmdir", path) ? go_wrong() : NEXT(rmdir)(path); }

// What a person, or a server of time, may do to the clock while nbrun runs.
int clock_gettime(clockid_t clock, struct timespec *time) {
    static atomic_int readings;
    const char *jump = getenv("FAULTS_CLOCK");
    int result = (int)syscall(SYS_clock_gettime, clock, time);
    if (clock == CLOCK_REALTIME && jump && is_program()) {
        time->tv_sec += (atomic_fetch_add(&readings, 1) % 2 ? -1 : 1) * atoll(jump);
        note("clock");
    }
    return result;
}
