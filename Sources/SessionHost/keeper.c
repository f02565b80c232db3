// Running a program so that nothing of it can outlive who asked for it.
//
//   nbrun-host keep LIFELINE PROGRAM ARGUMENT…
//
// The program has this process's other descriptors. When it ends, or when the other end of the descriptor LIFELINE is
// closed (as it is when the runner ends, in whatever way), it and all its descendants are killed; then this process
// ends as the program did.

#include "host.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

enum { status_of_missing_program = 127 };

static pid_t start(char **words, int lifeline, const sigset_t *blocked) {
    pid_t keeper = getpid();
    pid_t program = fork();
    if (program != 0) return program;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != keeper) _exit(1);
    close(lifeline);
    sigprocmask(SIG_UNBLOCK, blocked, NULL);
    become_repeatable();
    execv(words[0], words);
    _exit(status_of_missing_program);
}

// Waits until the program ends, and gives its status; that of a killed one when it has to end.
static int status_at_end(pid_t program, int lifeline, int signals) {
    struct pollfd polls[] = {{.fd = lifeline, .events = POLLIN}, {.fd = signals, .events = POLLIN}};
    while (true) {
        int status;
        if (waitpid(program, &status, WNOHANG) == program) return status;
        if (poll(polls, 2, -1) < 0 && errno == EINTR) continue;
        struct signalfd_siginfo signal = {.ssi_signo = SIGCHLD};
        if (polls[1].revents) read(signals, &signal, sizeof signal);
        if (polls[0].revents || signal.ssi_signo != SIGCHLD) return SIGKILL;
    }
}

_Noreturn static void end_as(int status) {
    if (!WIFSIGNALED(status)) _exit(WEXITSTATUS(status));
    prctl(PR_SET_DUMPABLE, 0);  // it was not this process that failed
    signal(WTERMSIG(status), SIG_DFL);
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_UNBLOCK, &all, NULL);
    kill(getpid(), WTERMSIG(status));
    _exit(1);
}

int keep(int lifeline, char **words) {
    adopt_orphans();
    sigset_t heard;
    sigemptyset(&heard);
    const int numbers[] = {SIGCHLD, SIGTERM, SIGINT, SIGHUP};
    for (size_t index = 0; index < sizeof numbers / sizeof *numbers; index++) sigaddset(&heard, numbers[index]);
    sigprocmask(SIG_BLOCK, &heard, NULL);
    int signals = signalfd(-1, &heard, SFD_CLOEXEC);
    pid_t program = start(words, lifeline, &heard);
    if (program < 0 || signals < 0) return 1;
    // Whoever reads what the program writes shall hear of its end.
    for (int descriptor = 0; descriptor < lifeline; descriptor++) close(descriptor);
    int status = status_at_end(program, lifeline, signals);
    end_descendants();
    end_as(status);
}
