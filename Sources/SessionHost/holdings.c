// What a process has beside its memory, and a copy of it would share or not have.

#include "host.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

static void *own_page;

void remember_own_page(void *page) {
    own_page = page;
}

// Memory that a process can write to and that its copy would share, but the host's own page.
static bool has_shared_memory(void) {
    FILE *maps = fopen("/proc/self/maps", "re");
    if (!maps) return false;
    bool is_shared = false;
    char line[512];
    while (!is_shared && fgets(line, sizeof line, maps)) {
        void *start;
        char rights[5];
        if (sscanf(line, "%p-%*x %4s", &start, rights) != 2) continue;
        is_shared = rights[1] == 'w' && rights[3] == 's' && start != own_page;
    }
    fclose(maps);
    return is_shared;
}

// Timers that were made by name, other than the three that every process has.
static bool has_made_timers(void) {
    int file = open("/proc/self/timers", O_RDONLY | O_CLOEXEC);
    char byte;
    bool has_some = file >= 0 && read(file, &byte, 1) == 1;
    if (file >= 0) close(file);
    return has_some;
}

const char *uncopyable_holding(void) {
    if (has_children()) return "children";
    if (has_shared_memory()) return "sharedMemory";
    if (has_made_timers()) return "timer";
    return asked_for_process_number() ? "processNumber" : NULL;
}

static const __itimer_which_t kinds[] = {ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF};

// They stand still in a process that waits, and go on in its copy.
void stop_timers(struct itimerval *timers) {
    const struct itimerval stopped = {0};
    for (int index = 0; index < timer_count; index++) setitimer(kinds[index], &stopped, &timers[index]);
}

void start_timers(const struct itimerval *timers) {
    for (int index = 0; index < timer_count; index++) {
        if (timerisset(&timers[index].it_value)) setitimer(kinds[index], &timers[index], NULL);
    }
}
