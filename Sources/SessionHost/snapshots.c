#include "host.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

// The pool of OpenMP's threads does not survive a fork; it is built again at the next parallel loop.
static void end_openmp_threads(void) {
    int (*pause_all)(int) = dlsym(RTLD_DEFAULT, "omp_pause_resource_all");
    const int hard = 2;
    if (pause_all) pause_all(hard);
}

static bool has_other_threads(void) {
    DIR *tasks = opendir("/proc/self/task");
    if (!tasks) return true;
    int count = 0;
    for (struct dirent *task; (task = readdir(tasks));) count += task->d_name[0] != '.';
    closedir(tasks);
    return count > 1;
}

// Forks. The copy returns true and goes on; this process waits, and returns false when the copy has ended: then it is
// the session again, in the state that it kept. With threads that a fork would lose it returns true and makes no copy.
bool continue_in_copy(void) {
    end_openmp_threads();
    if (has_other_threads()) return true;
    fflush(NULL);
    pid_t original = getpid();
    pid_t copy = fork();
    if (copy < 0) return true;
    if (copy == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != original) _exit(1);
        return true;
    }
    int status;
    while (waitpid(copy, &status, 0) < 0 && errno == EINTR) continue;
    say("ended %d %d", copy, status);
    return false;
}
