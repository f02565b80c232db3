// The descriptors of the host itself, out of the way of what cells do with theirs.
//
// Programs close, fill and replace descriptors by their numbers: 3 is what the first file gets, 3 to 9 are what a shell
// redirects, all up to the limit are closed by what goes into the background. So the host's own have numbers behind the
// limit, or where it cannot be raised, just below it. What a cell destroys all the same is found when it has ended.

#include "host.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

int control_descriptor = 3, event_descriptor = 4;

// How many there are, and how high they go: the system copies a table up to the highest number at each fork.
enum { own_room = 32, highest_own = 4096, spare_count = 8 };

static int first_own;
static struct rlimit limit_of_cells;
static struct stat lines[2], null;
// Copies of the standard descriptors.
static int standard[3];
// Keep numbers free that the host needs between cells, when these have taken all others.
static int spares[spare_count];

static rlim_t least(rlim_t first, rlim_t second) {
    return first < second ? first : second;
}

static int away(int descriptor) {
    return fcntl(descriptor, F_DUPFD_CLOEXEC, first_own);
}

int move_away(int descriptor) {
    int moved = descriptor < 0 ? -1 : away(descriptor);
    if (moved < 0) return descriptor;
    close(descriptor);
    return moved;
}

// What a library opens gets the lowest number that is free: until it is open, all low ones are taken.
int made_away(int (*make)(void)) {
    static int fillers[highest_own];
    int count = 0;
    while (count < highest_own && (count == 0 || fillers[count - 1] < first_own)) {
        int filler = fcntl(standard[0], F_DUPFD_CLOEXEC, 0);
        if (filler < 0) break;
        fillers[count++] = filler;
    }
    int made = make();
    while (count > 0) close(fillers[--count]);
    return made;
}

static bool are_same(const struct stat *one, const struct stat *other) {
    return one->st_dev == other->st_dev && one->st_ino == other->st_ino;
}

void take_spare_numbers(void) {
    for (int index = 0; index < spare_count; index++) spares[index] = away(standard[0]);
}

// A cell may have closed them, and opened something of its own there.
void free_spare_numbers(void) {
    struct stat status;
    for (int index = 0; index < spare_count; index++) {
        if (spares[index] < first_own || fstat(spares[index], &status) != 0 || !are_same(&status, &null)) continue;
        close(spares[index]);
    }
}

void prepare_descriptors(void) {
    getrlimit(RLIMIT_NOFILE, &limit_of_cells);
    rlim_t most = least(limit_of_cells.rlim_max, highest_own);
    first_own = most < own_room + 10 ? 10 : (int)least(limit_of_cells.rlim_cur, most - own_room);
    struct rlimit raised = limit_of_cells;
    if (raised.rlim_cur < most) raised.rlim_cur = most;
    setrlimit(RLIMIT_NOFILE, &raised);
    control_descriptor = move_away(control_descriptor);
    event_descriptor = move_away(event_descriptor);
    fstat(control_descriptor, &lines[0]);
    fstat(event_descriptor, &lines[1]);
    for (int number = 0; number < 3; number++) standard[number] = away(number);
    fstat(standard[0], &null);
}

// The limit is raised only while the host makes what is its own.
void end_preparation_of_descriptors(void) {
    setrlimit(RLIMIT_NOFILE, &limit_of_cells);
}

// Whether a line to the runner is the one that it was, with both of its ways open.
static bool is_whole(int descriptor, const struct stat *line) {
    struct stat status;
    if (fstat(descriptor, &status) != 0 || !are_same(&status, line)) return false;
    struct pollfd state = {.fd = descriptor, .events = POLLRDHUP};
    poll(&state, 1, 0);
    return state.revents == 0 && send(descriptor, "", 0, MSG_NOSIGNAL | MSG_DONTWAIT) == 0;
}

static void make_blocking(int descriptor) {
    int flags = fcntl(descriptor, F_GETFL);
    if (flags >= 0 && flags & O_NONBLOCK) fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK);
}

void require_lines(void) {
    const int descriptors[] = {control_descriptor, event_descriptor};
    for (int index = 0; index < 2; index++) {
        if (!is_whole(descriptors[index], &lines[index])) _exit(status_of_lost_line);
        make_blocking(descriptors[index]);
    }
}

// Whether nothing can come of a number: it is closed, or a pipe that nobody reads.
static bool is_dead(int number) {
    struct pollfd state = {.fd = number, .events = number == 0 ? 0 : POLLOUT};
    poll(&state, 1, 0);
    return state.revents & (POLLNVAL | (number == 0 ? 0 : POLLERR));
}

// A cell that closes standard output silences itself, and no later one. What it put in the place of a standard descriptor stays.
void mend_standard_descriptors(void) {
    FILE **const streams[] = {NULL, &stdout, &stderr};
    for (int number = 0; number < 3; number++) {
        make_blocking(standard[number]);
        if (is_dead(number)) dup2(standard[number], number);
        if (!streams[number]) continue;
        if (fileno(*streams[number]) < 0) {
            FILE *opened = fdopen(number, "w");
            if (opened) *streams[number] = opened;
            if (opened) setvbuf(opened, NULL, number == 1 ? _IOLBF : _IONBF, 0);
        }
        clearerr(*streams[number]);
    }
}
