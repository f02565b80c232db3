#ifndef SESSION_HOST_H
#define SESSION_HOST_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/time.h>
#include <sys/types.h>

enum { most_frames = 128, key_length = 16 };
// Of a process that ended because a cell destroyed a line to the runner.
enum { status_of_lost_line = 72 };

// descriptors.c: the host's own, out of the way of cells.
extern int control_descriptor, event_descriptor;
void prepare_descriptors(void);
void end_preparation_of_descriptors(void);
int move_away(int descriptor);
int made_away(int (*make)(void));
void take_spare_numbers(void);
void free_spare_numbers(void);
void require_lines(void);
void mend_standard_descriptors(void);

// control.c: lines to and from the runner.
extern char session_key[key_length + 1];
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));
bool hear(char *line, size_t size);
void say_frames(void *const *frames, int count);
void say_overflow(void);
void say_words(const char *word, const char *text);

// main.c: whether this process is the session, and not one that a cell made of it.
void become_session(void);
bool is_session(void);

// crashes.c: where a cell that trapped was. A stack overflow leaves no room for the handler on a thread's own stack.
void report_crashes(void);
void *make_signal_stack(void);
void free_signal_stack(void *stack);

// passes.c: what the engine computed when the cell stopped.
void find_pass(void *prelude);
void say_pass(void);

// main.c: whether a cell is on its way.
extern bool is_running_cell;

// throws.c: where an error that nobody caught was thrown, and the ways out of a cell that does not go on.
void remember_throws(void);
void expect_rethrow(void);
void end_cell(const void *error);

// tasks.c: the threads of asynchronous tasks, and what waits for the main thread.
void prepare_tasks(void *prelude);
bool end_task_threads(void);
void wake_tasks(void);
void drain_main_queue(void);
bool is_alarm(int descriptor);

// snapshots.c: going on in a copy of the process, so that this one keeps the state.
void prepare_snapshots(void);
bool continue_in_copy(void);
void return_to_kept_state(void);

// descendants.c: the processes that this one has started, and those that they have.
void adopt_orphans(void);
bool has_children(void);
void end_descendants(void);

// endings.c: how a process ended, and what may have made the system kill it.
enum cause { no_cause, memory_cause, time_cause };
struct ending {
    int status;
    enum cause cause;
};
void begin_watching_memory(void);
struct ending wait_for(pid_t process);

// holdings.c: what a copy of the process would share, or not have; reasons are the words of "unkept".
enum { timer_count = 3 };
const char *uncopyable_holding(void);
void remember_own_page(void *page);
void stop_timers(struct itimerval *timers);
void start_timers(const struct itimerval *timers);

// open_files.c: the places and texts of files that cells hold open.
struct open_file {
    int descriptor, flags;
    off_t offset, size;
    bool has_text;
    char *text;
    struct timespec times[2];
    // How the copy left it.
    off_t left_size;
    struct timespec left_time;
};
struct open_files {
    struct open_file *list;
    size_t count;
};
void remember_own_descriptors(void);
const char *remember_open_files(struct open_files *files);
void note_left_files(struct open_files *files);
void restore_open_files(struct open_files *files);
void forget_open_files(struct open_files *files);

// process_number.c: whether a cell has asked which process it is in.
bool asked_for_process_number(void);

// journal.c: what stood where a cell writes. undo.c: bringing it back.
void begin_journal(const char *folder);
void begin_journal_of_copy(void);
void note_begin_of_cell(void);
void note_end_of_cell(bool may_run_again);
void note_end_of_copy(void);
void note_change(int folder, const char *path, bool follows);
void note_creation(const char *path);
void note_move(int from_folder, const char *from, int to_folder, const char *to);
void undo_changes(void);

// repeatable.c: giving the same in each run.
void become_repeatable(void);
void leave_programs_unrepeatable(void);

// keeper.c: running a program so that nothing of it can outlive who asked for it.
int keep(int lifeline, char **words);

#endif
