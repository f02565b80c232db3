// Why the system kills a process is not in its status; what it used, and what the system says, tells it.

#include "host.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

// How many processes the system has killed for want of memory when it was asked last.
static long known_kills;

static long memory_kills(void) {
    char text[16384];
    int file = open("/proc/vmstat", O_RDONLY | O_CLOEXEC);
    ssize_t length = file < 0 ? 0 : read(file, text, sizeof text - 1);
    if (file >= 0) close(file);
    text[length < 0 ? 0 : length] = 0;
    const char *count = strstr(text, "oom_kill ");
    return count ? atol(count + strlen("oom_kill ")) : -1;
}

void begin_watching_memory(void) {
    known_kills = memory_kills();
}

// A system that does not count them may have done it for that.
static bool may_be_for_memory(void) {
    long kills = memory_kills(), before = known_kills;
    known_kills = kills;
    return kills < 0 || kills > before;
}

static bool has_used_its_time(const struct rlimit *limit, const struct rusage *usage) {
    rlim_t seconds = (rlim_t)(usage->ru_utime.tv_sec + usage->ru_stime.tv_sec);
    return limit->rlim_max != RLIM_INFINITY && seconds + 1 >= limit->rlim_max;
}

// Waits until a child has ended. Until it is waited for, its limits can be asked.
struct ending wait_for(pid_t process) {
    struct ending ending = {0, no_cause};
    siginfo_t info;
    while (waitid(P_PID, (id_t)process, &info, WEXITED | WNOWAIT) < 0 && errno == EINTR) continue;
    struct rlimit limit = {RLIM_INFINITY, RLIM_INFINITY};
    struct rusage usage = {0};
    prlimit(process, RLIMIT_CPU, NULL, &limit);
    while (wait4(process, &ending.status, 0, &usage) < 0 && errno == EINTR) continue;
    if (!WIFSIGNALED(ending.status) || WTERMSIG(ending.status) != SIGKILL) return ending;
    if (has_used_its_time(&limit, &usage)) {
        ending.cause = time_cause;
    } else if (may_be_for_memory()) {
        ending.cause = memory_cause;
    }
    return ending;
}
