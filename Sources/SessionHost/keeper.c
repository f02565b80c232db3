// Running a program so that nothing of it can outlive who asked for it.
//
//   nbrun-host keep LIFELINE PROGRAM ARGUMENT…
//
// The program has this process's other descriptors. When it ends, its `struct ending` is written to the descriptor LIFELINE.
// Then, or when the other end of it says no more (as it is when the runner ends, in whatever way), the program and all its
// descendants are killed, and this process ends. A runner that was told nothing knows that the program did not end by itself.

#include "host.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
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
    // What a program does to its group is not done to its keeper.
    setpgid(0, 0);
    sigprocmask(SIG_UNBLOCK, blocked, NULL);
    become_repeatable();
    execv(words[0], words);
    _exit(status_of_missing_program);
}

static bool has_ended(pid_t program) {
    siginfo_t info = {0};
    return waitid(P_PID, (id_t)program, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == program;
}

// Waits until the program ends by itself; false when it has to end.
static bool awaits_end(pid_t program, int lifeline, int signals) {
    struct pollfd polls[] = {{.fd = lifeline, .events = POLLIN}, {.fd = signals, .events = POLLIN}};
    while (true) {
        if (has_ended(program)) return true;
        if (poll(polls, 2, -1) < 0 && errno == EINTR) continue;
        struct signalfd_siginfo signal = {.ssi_signo = SIGCHLD};
        if (polls[1].revents) read(signals, &signal, sizeof signal);
        if (polls[0].revents || signal.ssi_signo != SIGCHLD) return false;
    }
}

int keep(int lifeline, char **words) {
    adopt_orphans();
    sigset_t heard;
    sigemptyset(&heard);
    const int numbers[] = {SIGCHLD, SIGTERM, SIGINT, SIGHUP};
    for (size_t index = 0; index < sizeof numbers / sizeof *numbers; index++) sigaddset(&heard, numbers[index]);
    sigprocmask(SIG_BLOCK, &heard, NULL);
    int signals = signalfd(-1, &heard, SFD_CLOEXEC);
    begin_watching_memory();
    pid_t program = start(words, lifeline, &heard);
    if (program < 0 || signals < 0) return 1;
    // Whoever reads what the program writes shall hear of its end.
    for (int descriptor = 0; descriptor < lifeline; descriptor++) close(descriptor);
    if (awaits_end(program, lifeline, signals)) {
        struct ending ending = wait_for(program);
        send(lifeline, &ending, sizeof ending, MSG_NOSIGNAL);
    }
    end_descendants();
    return 0;
}
