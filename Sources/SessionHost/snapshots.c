#include "host.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// A signal that nothing else sends, and that is ignored where it is not waited for.
enum { drop_signal = SIGURG, status_of_dropped_snapshot = 71 };

// Where a snapshot that is dropped leaves the copy that its parent is to wait for in its place; all processes share it.
static volatile pid_t *heir;
// The copy that this process waits for.
static volatile pid_t copy;
// What is to be as it was when the copy was made, before the next cell runs.
static struct open_files open_files;
static struct itimerval timers[timer_count];
static sigset_t all_signals;
static bool has_ended_copy;

// The pool of OpenMP's threads does not survive a fork; it is built again at the next parallel loop.
static void end_openmp_threads(void) {
    int (*pause_all)(int) = dlsym(RTLD_DEFAULT, "omp_pause_resource_all");
    const int hard = 2;
    if (pause_all) pause_all(hard);
}

static int thread_count(void) {
    DIR *tasks = opendir("/proc/self/task");
    if (!tasks) return 0;
    int count = 0;
    for (struct dirent *task; (task = readdir(tasks));) count += task->d_name[0] != '.';
    closedir(tasks);
    return count;
}

// Threads that have ended are listed for an instant longer.
static bool has_other_threads(void) {
    for (int round = 0; round < 10; round++) {
        if (thread_count() == 1) return false;
        nanosleep(&(struct timespec){.tv_nsec = 200000}, NULL);
    }
    return true;
}

// Why the state before a cell cannot be kept, in a word; NULL where it can.
static const char *obstacle(void) {
    end_openmp_threads();
    if (!heir) return "memory";
    const char *held = uncopyable_holding();
    if (held) return held;
    return !end_task_threads() || has_other_threads() ? "threads" : remember_open_files(&open_files);
}

// A snapshot is not needed any more: its memory is given back, and its copy lives on below its own parent.
static void leave_copy_to_parent(int signal_number) {
    (void)signal_number;
    *heir = copy;
    _exit(status_of_dropped_snapshot);
}

// Waits until the copy has ended that holds the state after this one; other copies may have stood between them.
static struct ending ending_of_copy(void) {
    while (true) {
        pid_t dropped = copy;
        struct ending ending = wait_for(dropped);
        bool is_dropped = WIFEXITED(ending.status) && WEXITSTATUS(ending.status) == status_of_dropped_snapshot;
        if (!is_dropped || !*heir) return ending;
        copy = *heir;
        *heir = 0;
        say("dropped %d", dropped);
    }
}

void prepare_snapshots(void) {
    sigfillset(&all_signals);
    begin_watching_memory();
    void *page = mmap(NULL, sizeof *heir, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    heir = page == MAP_FAILED ? NULL : page;
    remember_own_page(page);
    remember_own_descriptors();
    adopt_orphans();
}

// What a cell sent to the process that waits for it, or its end did, is no part of the state.
static void discard_signals(void) {
    while (sigtimedwait(&all_signals, NULL, &(struct timespec){0}) > 0) continue;
}

// While a state is kept it hears one signal alone, whatever cells wish to hear.
static struct ending await_copy(void) {
    sigset_t all_but_drop;
    sigfillset(&all_but_drop);
    sigdelset(&all_but_drop, drop_signal);
    struct sigaction of_drop, drop = {.sa_handler = leave_copy_to_parent};
    sigaction(drop_signal, &drop, &of_drop);
    sigprocmask(SIG_SETMASK, &all_but_drop, NULL);
    struct ending ending = ending_of_copy();
    sigaction(drop_signal, &of_drop, NULL);
    // What the cell has started belongs to the state that is gone.
    end_descendants();
    sigprocmask(SIG_BLOCK, &all_signals, NULL);
    discard_signals();
    return ending;
}

// As `continue_in_copy`, where nothing stands against it; gives a reason if the system has no room for a copy.
static bool fork_session(const char **reason) {
    fflush(NULL);
    sigset_t before;
    sigprocmask(SIG_BLOCK, &all_signals, &before);
    // Without the handlers of a fork: Dispatch's would make its queues unusable in a copy of a process that once had more
    // threads. Now there is no other, and nothing has to be prepared.
    stop_timers(timers);
    // Of a child whose end is ignored, nobody knows how it ended.
    struct sigaction of_child, known = {.sa_handler = SIG_DFL};
    sigaction(SIGCHLD, &known, &of_child);
    copy = _Fork();
    if (copy <= 0) {
        sigaction(SIGCHLD, &of_child, NULL);
        if (copy == 0) become_session();
        sigprocmask(SIG_SETMASK, &before, NULL);
        start_timers(timers);
        if (copy == 0) {
            adopt_orphans();
            begin_journal_of_copy();
        }
        if (copy < 0) *reason = "processes";
        return true;
    }
    struct ending ending = await_copy();
    sigaction(SIGCHLD, &of_child, NULL);
    sigprocmask(SIG_SETMASK, &before, NULL);
    pid_t ended = copy;
    note_left_files(&open_files);
    note_end_of_copy();
    has_ended_copy = true;
    say("ended %d %d %d", ended, ending.status, ending.cause);
    return false;
}

// Forks. The copy returns true and goes on; this process waits, and returns false when the copy has ended: then it is
// the session again, in the state that it kept. Where no copy can be made it says so and returns true.
bool continue_in_copy(void) {
    const char *reason = obstacle();
    bool goes_on = reason || fork_session(&reason);
    if (reason) say("unkept %s", reason);
    if (goes_on) forget_open_files(&open_files);
    wake_tasks();
    return goes_on;
}

// Makes what lies outside of memory that of the state in which this process is. Until there is something to run, people
// see what the last cell left.
void return_to_kept_state(void) {
    undo_changes();
    if (!has_ended_copy) return;
    has_ended_copy = false;
    restore_open_files(&open_files);
    start_timers(timers);
}
