// The threads that run Swift's asynchronous tasks, in place of Dispatch's.
//
// Dispatch's threads stay for seconds after their work, and a process with other threads cannot be copied. These are ended
// before a copy is made, as soon as no task is at work, and made again when there is one. Tasks that sleep are in memory
// alone: they wake in the copy.

#include "host.h"

#include <dlfcn.h>
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

// A piece of a task that can run. The runtime leaves the third and fourth words of it to whoever schedules it.
struct job {
    void *object[2];
    struct job *next;
    uint64_t wake_time;
};

enum { most_threads = 64, priorities = 5, millisecond = 1000000 };
// How long tasks that are at work may take to come to an end before a copy is made.
enum { patience = 10 * millisecond };
// Where no task has been begun for so long although some could, threads that wait for others are joined by one more.
enum { longest_standstill = 50 * millisecond };

static __attribute__((swiftcall)) void (*run_job)(struct job *, void *executor, void *its_witnesses);
static __attribute__((swiftcall)) size_t (*priority_of_job)(struct job *);

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
// Told when there is work, when the threads shall end, and when one has nothing to do.
static pthread_cond_t work, calm;

static struct {
    struct job *first, *last;
} ready[priorities];
static int ready_count;
static unsigned long begun_count;
// The one that wakes first is the first.
static struct job *sleeping;

static struct {
    pthread_t thread;
    pid_t identifier;
} threads[most_threads];
static int thread_count, idle_count, core_count;
static pthread_t overseer;
static bool has_overseer, is_overseen, is_ending;

// What wakes the main thread where it waits for a task.
static int alarm_descriptor = -1;

static uint64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000 * millisecond + (uint64_t)time.tv_nsec;
}

// Returns false at the given time.
static bool wait_until(pthread_cond_t *condition, uint64_t time) {
    struct timespec limit = {.tv_sec = (time_t)(time / (1000 * millisecond)), .tv_nsec = (long)(time % (1000 * millisecond))};
    return pthread_cond_timedwait(condition, &mutex, &limit) != ETIMEDOUT;
}

// The system's classes of service, four of which differ by more than eight.
static int level(struct job *job) {
    int priority = (int)priority_of_job(job) / 8;
    return priority == 0 ? 2 : priority < priorities ? priority : priorities - 1;
}

static void make_ready(struct job *job) {
    int place = level(job);
    job->next = NULL;
    if (ready[place].first) {
        ready[place].last->next = job;
    } else {
        ready[place].first = job;
    }
    ready[place].last = job;
    ready_count++;
}

static struct job *take_ready(void) {
    int place = priorities - 1;
    while (!ready[place].first) place--;
    struct job *job = ready[place].first;
    ready[place].first = job->next;
    ready_count--;
    begun_count++;
    return job;
}

static void wake_sleeping(void) {
    uint64_t time = sleeping ? now() : 0;
    while (sleeping && sleeping->wake_time <= time) {
        struct job *job = sleeping;
        sleeping = job->next;
        make_ready(job);
    }
}

static void add_thread(void);

static void rest(void) {
    idle_count++;
    pthread_cond_broadcast(&calm);
    if (sleeping) {
        wait_until(&work, sleeping->wake_time);
    } else {
        pthread_cond_wait(&work, &mutex);
    }
    idle_count--;
}

static void *run_jobs(void *argument) {
    pid_t *identifier = argument;
    *identifier = (pid_t)syscall(SYS_gettid);
    pthread_mutex_lock(&mutex);
    while (!is_ending) {
        wake_sleeping();
        if (ready_count == 0) {
            rest();
            continue;
        }
        struct job *job = take_ready();
        if (ready_count > 0) add_thread();
        pthread_mutex_unlock(&mutex);
        run_job(job, NULL, NULL);
        pthread_mutex_lock(&mutex);
    }
    pthread_mutex_unlock(&mutex);
    return NULL;
}

// Whether a thread uses a processor, or would if it had one; false where it waits for something.
static bool is_running(pid_t thread) {
    char path[64], text[512];
    snprintf(path, sizeof path, "/proc/self/task/%d/stat", thread);
    FILE *file = fopen(path, "re");
    if (!file) return false;
    size_t length = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[length] = 0;
    const char *name_end = strrchr(text, ')');
    return name_end && name_end[1] && name_end[2] == 'R';
}

static int running_count(void) {
    int count = 0;
    for (int index = 0; index < thread_count; index++) count += is_running(threads[index].identifier);
    return count;
}

static void start_thread(void) {
    if (is_ending || thread_count == most_threads) return;
    if (pthread_create(&threads[thread_count].thread, NULL, run_jobs, &threads[thread_count].identifier) == 0) {
        thread_count++;
    }
}

// Tasks that wait for others, by a semaphore say, must not keep those from beginning.
static void *oversee(void *argument) {
    pthread_mutex_lock(&mutex);
    while (!is_ending && ready_count > 0) {
        unsigned long count = begun_count;
        while (!is_ending && wait_until(&calm, now() + longest_standstill)) continue;
        if (count == begun_count && ready_count > 0 && running_count() < core_count) start_thread();
    }
    is_overseen = false;
    pthread_mutex_unlock(&mutex);
    return argument;
}

static void start_overseer(void) {
    if (is_ending || is_overseen) return;
    if (has_overseer) pthread_join(overseer, NULL);
    has_overseer = is_overseen = pthread_create(&overseer, NULL, oversee, NULL) == 0;
}

// Lets one more thread look for work, if that has any use.
static void add_thread(void) {
    if (idle_count > 0) {
        pthread_cond_signal(&work);
    } else if (thread_count < core_count) {
        start_thread();
    } else {
        start_overseer();
    }
}

static void enqueue(void *pointer, uint64_t delay) {
    struct job *job = pointer;
    pthread_mutex_lock(&mutex);
    if (delay == 0) {
        make_ready(job);
    } else {
        job->wake_time = now() + delay;
        struct job **place = &sleeping;
        while (*place && (*place)->wake_time <= job->wake_time) place = &(*place)->next;
        job->next = *place;
        *place = job;
    }
    add_thread();
    pthread_mutex_unlock(&mutex);
}

bool end_task_threads(void) {
    uint64_t limit = now() + patience;
    pthread_mutex_lock(&mutex);
    while ((ready_count > 0 || idle_count < thread_count) && wait_until(&calm, limit)) continue;
    bool is_calm = ready_count == 0 && idle_count == thread_count;
    if (is_calm) {
        is_ending = true;
        pthread_cond_broadcast(&work);
        pthread_cond_broadcast(&calm);
    }
    pthread_mutex_unlock(&mutex);
    if (!is_calm) return false;
    if (has_overseer) pthread_join(overseer, NULL);
    for (int index = 0; index < thread_count; index++) pthread_join(threads[index].thread, NULL);
    pthread_mutex_lock(&mutex);
    has_overseer = is_ending = false;
    thread_count = 0;
    pthread_mutex_unlock(&mutex);
    return true;
}

void wake_tasks(void) {
    pthread_mutex_lock(&mutex);
    if (sleeping || ready_count > 0) add_thread();
    pthread_mutex_unlock(&mutex);
}

// Dispatch's main queue, to which the main actor's tasks go, as its clients drain it that have an event loop of their own.
static void (*drain)(void *);
static int (*main_queue_descriptor)(void);

void drain_main_queue(void) {
    if (drain) drain(NULL);
}

// Runs what the main queue holds, and waits until there is more or the alarm rings.
static void serve_main_queue(void) {
    drain_main_queue();
    struct pollfd polls[] = {
        {.fd = main_queue_descriptor(), .events = POLLIN}, {.fd = alarm_descriptor, .events = POLLIN}};
    poll(polls, 2, -1);
    eventfd_t count;
    for (int index = 0; index < 2; index++) {
        if (polls[index].revents) eventfd_read(polls[index].fd, &count);
    }
}

static void ring_alarm(void) {
    eventfd_write(alarm_descriptor, 1);
}

// Those that wake the main thread: what they count is of this instant.
bool is_alarm(int descriptor) {
    return descriptor == alarm_descriptor || (main_queue_descriptor && descriptor == main_queue_descriptor());
}

typedef void (*connect_function)(
    void (*enqueue)(void *, uint64_t), void (*serve)(void), void (*ring)(void), void (*expect)(void));

void prepare_tasks(void *prelude) {
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&work, &attributes);
    pthread_cond_init(&calm, &attributes);
    core_count = (int)sysconf(_SC_NPROCESSORS_ONLN);
    if (core_count > most_threads) core_count = most_threads;
    alarm_descriptor = move_away(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    run_job = dlsym(RTLD_DEFAULT, "swift_job_run");
    priority_of_job = dlsym(RTLD_DEFAULT, "swift_concurrency_jobPriority");
    drain = dlsym(RTLD_DEFAULT, "_dispatch_main_queue_callback_4CF");
    main_queue_descriptor = dlsym(RTLD_DEFAULT, "_dispatch_get_main_queue_handle_4CF");
    connect_function connect = dlsym(prelude, "nbrun_connect_tasks");
    bool is_complete = run_job && priority_of_job && drain && main_queue_descriptor && alarm_descriptor >= 0;
    if (is_complete) made_away(main_queue_descriptor);
    if (is_complete) connect(enqueue, serve_main_queue, ring_alarm, expect_rethrow);
}
