#include "host.h"

#include <execinfo.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <ucontext.h>

static void *program_counter(void *context) {
    const ucontext_t *user_context = context;
#if defined(__x86_64__)
    return (void *)user_context->uc_mcontext.gregs[REG_RIP];
#elif defined(__aarch64__)
    return (void *)user_context->uc_mcontext.pc;
#endif
}

static bool is_stack_overflow(const siginfo_t *info, const void *context) {
    const ucontext_t *user_context = context;
#if defined(__x86_64__)
    long stack = (long)user_context->uc_mcontext.gregs[REG_RSP];
#elif defined(__aarch64__)
    long stack = (long)user_context->uc_mcontext.sp;
#endif
    const long reach = 64 * 1024;
    return info->si_signo == SIGSEGV && labs((long)info->si_addr - stack) < reach;
}

// Tells where the program was, and lets the signal end the process: its handler is the default one again.
static void report_crash(int signal_number, siginfo_t *info, void *context) {
    if (is_stack_overflow(info, context)) say_overflow();
    void *frames[most_frames];
    int count = backtrace(frames, most_frames);
    void *fault = program_counter(context);
    int first = 0;
    while (first < count && frames[first] != fault) first++;
    if (first == count) first = 0;
    // Every frame but the innermost holds a return address; one byte earlier lies the call.
    for (int index = first + 1; index < count; index++) frames[index] = (char *)frames[index] - 1;
    frames[first] = fault;
    say_frames(frames + first, count - first);
    say_pass();
    // A fault comes again when this returns, a signal that was sent does not.
    if (info->si_code <= 0) raise(signal_number);
}

enum { signal_stack_size = 256 * 1024 };

void *make_signal_stack(void) {
    void *memory = mmap(NULL, signal_stack_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
    if (memory == MAP_FAILED) return NULL;
    stack_t stack = {.ss_sp = memory, .ss_size = signal_stack_size};
    sigaltstack(&stack, NULL);
    return memory;
}

void free_signal_stack(void *memory) {
    stack_t none = {.ss_flags = SS_DISABLE};
    sigaltstack(&none, NULL);
    if (memory) munmap(memory, signal_stack_size);
}

void report_crashes(void) {
    make_signal_stack();
    struct sigaction action = {.sa_sigaction = report_crash, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESETHAND};
    const int signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
    for (size_t index = 0; index < sizeof signals / sizeof *signals; index++) {
        sigaction(signals[index], &action, NULL);
    }
}
