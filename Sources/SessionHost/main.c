// The process in which cells live.
//
//   nbrun-host PRELUDE JOURNAL [FOLDER]
//
// It goes to the folder, if one is named, where every cell begins to run, and loads the Prelude. What stood at the paths
// that cells change is kept in the folder JOURNAL. Then it obeys the lines that the runner writes to the control descriptor:
//
//   key KEY                    the first line: the session's key, 16 hexadecimal digits
//   run SNAPSHOT ENTRY PATH    go back to the session's folder, load the library at PATH and call its
//                              function ENTRY; SNAPSHOT is 0 or 1
//
// and answers there with lines of its own, each with the key before it, so that no other line is taken for one. Where a
// cell has destroyed the line (descriptors.c), nothing is answered, and the process ends with `status_of_lost_line`:
//
//   heard                      the cell is going to be run
//   elsewhere PID              it is not: the session lives in the process PID, since the newest one ended by itself
//   ready PID                  the Prelude is loaded, and the session lives in the process PID
//   unkept REASON              the state before the cell cannot be kept, although that was wished: "threads" of a cell
//                              are still there, or a "pipe", …, or there is no room for "memory" or "processes"
//   unrestored WHY PATH        a path that a cell changed is not as it was before it, since it was "changed" by somebody
//                              else or its text is "lost"; "programs": what those of a cell wrote is as they left it
//   started PID BASE           the cell's library is at BASE (hexadecimal) in the process PID
//   finished                   the cell ran to its end
//   unloadable MESSAGE         the cell's library could not be loaded
//   frames ADDRESS…            where a cell that cannot go on was, innermost first
//   computing LAYER, PASS      what the engine computed when the cell stopped
//   overflowed                 the stack was at its end when the cell stopped
//   ended PID STATUS CAUSE     a process ended with a wait status, and the state is the one before its first cell; CAUSE is
//                              that of `struct ending`
//   dropped PID                a process that kept a state is gone, as the runner wished by a signal
//
// As `nbrun-host keep …` it is another program's keeper instead; see keeper.c.
//
// It is written in C because it has to do its work after a Swift program has trapped, between fork and exec, and with
// no runtime of its own beside the one that the Prelude brings.

#include "host.h"

#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

typedef int (*cell_entry)(int, char **);
typedef void (*connect_function)(int, unsigned long, void (*)(const void *));
typedef void (*begin_function)(void);

// Tells the Prelude that another cell begins.
static begin_function begin_cell;

// Where the memory of the machine runs out, the cells shall end and not the runner, which still has a report to write.
static void offer_to_be_ended_first(void) {
    int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (file < 0) return;
    ssize_t count = write(file, "500", 3);
    (void)count;
    close(file);
}

// What the author's side still has to do at the end of a cell, such as showing a figure that was left open.
static void (*finish_cell)(void);

static void load_prelude(const char *path) {
    void *prelude = dlopen(path, RTLD_NOW | RTLD_GLOBAL);
    if (!prelude) {
        say("unloadable %s", dlerror());
        exit(1);
    }
    connect_function connect = (connect_function)dlsym(prelude, "nbrun_connect");
    finish_cell = (void (*)(void))dlsym(prelude, "nbrun_finish_cell");
    find_pass(prelude);
    begin_cell = (begin_function)dlsym(prelude, "nbrun_begin_cell");
    connect(event_descriptor, strtoul(session_key, NULL, 16), end_cell);
    prepare_tasks(prelude);
}

// The folder that cells begin to run in: by its path, or where it was moved or removed, the folder itself.
static char home_path[PATH_MAX];
static int home = -1;

static void remember_home(void) {
    home = move_away(open(".", O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!getcwd(home_path, sizeof home_path)) home_path[0] = 0;
}

static void return_home(void) {
    if (!home_path[0] || chdir(home_path) != 0) {
        int code = fchdir(home);
        (void)code;
    }
}

// The loader keeps copies of a library's path on the heap. By its length, which is another one in a cache than in a temporary
// folder, later objects would lie elsewhere, and sets of what is hashed by its address have another order.
static const char *of_one_length(const char *path) {
    static char padded[1024 + 4096];
    size_t length = strlen(path), width = path[0] == '/' && length < 1024 ? 1024 : length;
    memset(padded, '/', width - length);
    strcpy(padded + width - length, path);
    return padded;
}

bool is_running_cell;

static pid_t session_process;

void become_session(void) {
    session_process = (pid_t)syscall(SYS_getpid);
}

bool is_session(void) {
    return syscall(SYS_getpid) == session_process;
}

// A process that the cell made of this one, and that comes to the cell's end as a program's comes to the program's.
static void end_if_forked(void) {
    if (is_session()) return;
    fflush(NULL);
    _exit(0);
}

static void run_cell(const char *path, const char *entry, bool may_run_again) {
    return_home();
    void *library = dlopen(of_one_length(path), RTLD_NOW | RTLD_GLOBAL);
    cell_entry run = library ? (cell_entry)dlsym(library, entry) : NULL;
    if (!run) {
        say("unloadable %s", dlerror());
        return;
    }
    Dl_info info;
    dladdr((void *)run, &info);
    say("started %d %lx", getpid(), (unsigned long)info.dli_fbase);
    note_begin_of_cell();
    take_spare_numbers();
    begin_cell();
    is_running_cell = true;
    run(0, NULL);
    end_if_forked();
    drain_main_queue();
    if (finish_cell) finish_cell();
    is_running_cell = false;
    free_spare_numbers();
    mend_standard_descriptors();
    fflush(NULL);
    require_lines();
    note_end_of_cell(may_run_again);
    say("finished");
}

// setenv keeps its list on the heap, by the number of variables; with one more of them (a folder for the cache) all that is
// made later would lie elsewhere, and sets of what is hashed by its address have another order.
//
// The text is NAME=VALUE, and is kept as it is.
static void put_variable(char *text, int replaces) {
    static char *variables[4096];
    size_t count = 0, length = strcspn(text, "=") + 1;
    while (environ[count] && strncmp(environ[count], text, length) != 0) count++;
    if (environ[count]) {
        if (replaces) environ[count] = text;
    } else if (count + 1 < sizeof variables / sizeof *variables) {
        if (environ != variables) memcpy(variables, environ, count * sizeof *variables);
        variables[count] = text;
        variables[count + 1] = NULL;
        environ = variables;
    } else {
        putenv(text);
    }
}

// libgomp reads these when it is loaded. With them the number of threads would be another one than it tells, or depend on
// how busy the machine is, and with it the rounding of sums: a training would not give the same in each run.
static void settle_thread_count(void) {
    const char *limit = getenv("OMP_THREAD_LIMIT"), *asked = getenv("OMP_NUM_THREADS");
    if (limit && atoi(limit) > 0) {
        cpu_set_t processors;
        int is_known = sched_getaffinity(0, sizeof processors, &processors) == 0;
        int threads = asked && atoi(asked) > 0 ? atoi(asked) : is_known ? CPU_COUNT(&processors) : 1;
        if (atoi(limit) < threads) {
            static char variable[64];
            snprintf(variable, sizeof variable, "OMP_NUM_THREADS=%d", atoi(limit));
            put_variable(variable, 1);
        }
    }
    unsetenv("OMP_THREAD_LIMIT");
    unsetenv("OMP_MAX_ACTIVE_LEVELS");
    put_variable("OMP_DYNAMIC=false", 1);
}

int main(int count, char **arguments) {
    if (count > 3 && strcmp(arguments[1], "keep") == 0) return keep(atoi(arguments[2]), arguments + 3);
    if (count != 3 && count != 4) return 64;
    become_session();
    prepare_descriptors();
    offer_to_be_ended_first();
    leave_programs_unrepeatable();
    setvbuf(stdout, NULL, _IOLBF, 0);
    put_variable("SWIFT_BACKTRACE=enable=no", 1);  // the runner tells where a cell stopped
    // libgomp's threads spin for a millisecond before they sleep. On a machine with anything else to do they then take
    // the processor from each other: training was measured ten times slower. A hundredth of that costs nothing.
    put_variable("GOMP_SPINCOUNT=3000", 0);
    settle_thread_count();
    static char line[8192];
    if (!hear(line, sizeof line) || sscanf(line, "key %16s", session_key) != 1) return 64;
    if (count == 4 && chdir(arguments[3]) != 0) {
        say("unloadable cells cannot run in %s: %s", arguments[3], strerror(errno));
        return 1;
    }
    remember_home();
    void *frame;
    backtrace(&frame, 1);  // loads the unwinder now, not inside a signal handler
    load_prelude(arguments[1]);
    report_crashes();
    remember_throws();
    begin_journal(arguments[2]);
    prepare_snapshots();
    end_preparation_of_descriptors();
    say("ready %d", getpid());

    while (hear(line, sizeof line)) {
        int wants_snapshot, process;
        char path[4096], entry[256];
        if (sscanf(line, "run %d %d %255s %4095[^\n]", &wants_snapshot, &process, entry, path) != 4) return 64;
        if (process != getpid()) {
            say("elsewhere %d", getpid());
            continue;
        }
        say("heard");
        return_to_kept_state();
        if (wants_snapshot && !continue_in_copy()) continue;
        run_cell(path, entry, wants_snapshot);
    }
    return status_of_lost_line;
}
