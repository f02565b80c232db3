#include "host.h"

#include <ctype.h>
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// Descendants whose own parent ends, such as daemons, become children of this process from now on.
void adopt_orphans(void) {
    prctl(PR_SET_CHILD_SUBREAPER, 1);
}

// The parent of a process, 0 if it is gone. The name before it, in parentheses, may hold anything.
static pid_t parent_of(const char *process) {
    char path[64], text[512];
    snprintf(path, sizeof path, "/proc/%s/stat", process);
    FILE *file = fopen(path, "re");
    if (!file) return 0;
    size_t length = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[length] = 0;
    const char *name_end = strrchr(text, ')');
    int parent = 0;
    if (name_end) sscanf(name_end, ") %*c %d", &parent);
    return parent;
}

// One round: what a child has started becomes this process's own then, and is the next round's. False if there was none.
static bool end_children(void) {
    DIR *all = opendir("/proc");
    if (!all) return false;
    pid_t self = getpid();
    bool is_found = false;
    for (struct dirent *entry; (entry = readdir(all));) {
        if (!isdigit((unsigned char)entry->d_name[0]) || parent_of(entry->d_name) != self) continue;
        pid_t process = atoi(entry->d_name);
        is_found = true;
        kill(process, SIGKILL);
        waitpid(process, NULL, WNOHANG);
    }
    closedir(all);
    return is_found;
}

bool has_children(void) {
    siginfo_t info;
    return waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0;
}

void end_descendants(void) {
    if (!has_children()) return;
    // A process that the kernel holds back cannot be waited for without end.
    for (int round = 0; round < 2000 && end_children(); round++) {
        nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    }
}
