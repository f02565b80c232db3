// Which paths are part of a state, and what they are called: one name for each.
//
// What nbrun itself writes (trainings, compiled cells) is no part of a state, nor is what the kernel shows as files.

#include "journal.h"

#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char work_folder[PATH_MAX], trainings[PATH_MAX];

void exclude_own_folders(void) {
    snprintf(work_folder, sizeof work_folder, "%s", journal_folder);
    char *name = strrchr(work_folder, '/');
    if (name) *name = 0;
    const char *kept = getenv("NBRUN_TRAININGS");
    if (kept) snprintf(trainings, sizeof trainings, "%s", kept);
}

static bool is_within(const char *path, const char *folder) {
    size_t length = strlen(folder);
    return length > 0 && strncmp(path, folder, length) == 0 && (path[length] == '/' || !path[length]);
}

static bool is_excluded(const char *path) {
    if (is_within(path, "/dev") && !is_within(path, "/dev/shm")) return true;
    return is_within(path, "/proc") || is_within(path, "/sys") || is_within(path, work_folder) || is_within(path, trainings);
}

bool resolve_path(int folder, const char *path, bool follows, char *resolved) {
    char absolute[PATH_MAX], base[PATH_MAX] = "";
    if (*path != '/') {
        char link[64];
        snprintf(link, sizeof link, folder == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", folder);
        ssize_t length = readlink(link, base, sizeof base - 1);
        if (length < 0) return false;
        base[length] = 0;
    }
    int length = snprintf(absolute, sizeof absolute, "%s%s%s", base, *base ? "/" : "", path);
    while (length > 1 && absolute[length - 1] == '/') absolute[--length] = 0;
    if (length >= PATH_MAX || is_excluded(absolute)) return false;
    if (follows && realpath(absolute, resolved)) return !is_excluded(resolved);
    char *name = strrchr(absolute, '/');
    if (!name || !strcmp(name, "/.") || !strcmp(name, "/..")) return false;
    *name = 0;
    if (!realpath(*absolute ? absolute : "/", resolved)) return false;
    size_t used = strcmp(resolved, "/") == 0 ? 0 : strlen(resolved);
    if (used + 1 + strlen(name + 1) >= PATH_MAX) return false;
    snprintf(resolved + used, PATH_MAX - used, "/%s", name + 1);
    return !is_excluded(resolved);
}
