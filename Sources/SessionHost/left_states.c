// How cells left the paths that they changed, so that what somebody else does to them later is known.

#include "host.h"
#include "journal.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct left_state left_state_of(uint64_t name, const char *path) {
    struct stat status;
    if (lstat(path, &status) != 0) return (struct left_state){.name = name};
    return (struct left_state){.name = name, .exists = true, .is_folder = S_ISDIR(status.st_mode),
                               .size = status.st_size, .time = status.st_mtim};
}

// Notes how the paths of a depth were left.
void note_left_states(int depth) {
    char folder[PATH_MAX + 64], file[PATH_MAX + 64];
    journal_path(folder, sizeof folder, depth, "");
    journal_path(file, sizeof file, depth, "left");
    DIR *names = opendir(folder);
    if (!names) return;
    int states = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    for (struct dirent *entry; states >= 0 && (entry = readdir(names));) {
        if (strlen(entry->d_name) != name_length) continue;
        char record_file[PATH_MAX + 320], path[PATH_MAX];
        snprintf(record_file, sizeof record_file, "%s/%s", folder, entry->d_name);
        int record = open(record_file, O_RDONLY | O_CLOEXEC);
        ssize_t length = record < 0 ? -1 : pread(record, path, sizeof path - 1, sizeof(struct record));
        if (length > 0) {
            struct record head;
            if (pread(record, &head, sizeof head, 0) == sizeof head && head.path_length < PATH_MAX) {
                path[head.path_length] = 0;
                struct left_state state = left_state_of(strtoull(entry->d_name, NULL, 16), path);
                ssize_t count = write(states, &state, sizeof state);
                (void)count;
            }
        }
        if (record >= 0) close(record);
    }
    if (states >= 0) close(states);
    closedir(names);
}

// The cells of copies that ended in the middle of one.
void note_end_of_copy(void) {
    for (int depth = journal_depth + 1;; depth++) {
        char folder[PATH_MAX + 64], file[PATH_MAX + 64];
        journal_path(folder, sizeof folder, depth, "");
        journal_path(file, sizeof file, depth, "left");
        if (access(folder, F_OK) != 0) return;
        if (access(file, F_OK) != 0) note_left_states(depth);
    }
}
