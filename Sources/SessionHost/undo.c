// Bringing back what stood at the paths that cells changed whose state is gone; journal.c noted it.
//
// 1. The deepest state is undone first. In each, what was not there goes, from the inside out; then what was there comes
//    back, folders before what they hold.
// 2. A path that is by now as no cell left it was changed by somebody else: it stays, and the runner is told.
// 3. A file is written in place where it still is one, so that whoever holds it open sees it as it was.

#include "journal.h"

#include "host.h"

#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct change {
    struct record record;
    uint64_t name;
    char *path, *target;
};

// A text of some length, in memory of its own; NULL where it is cut off.
static char *read_text(int file, uint32_t length) {
    char *text = length < PATH_MAX ? calloc(length + 1, 1) : NULL;
    if (text && read(file, text, length) == length) return text;
    free(text);
    return NULL;
}

static void free_change(struct change *change) {
    free(change->path);
    free(change->target);
}

static bool read_change(const char *folder, const char *name, struct change *change) {
    char file[PATH_MAX + 320];
    snprintf(file, sizeof file, "%s/%s", folder, name);
    int descriptor = open(file, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return false;
    *change = (struct change){.name = strtoull(name, NULL, 16)};
    if (read(descriptor, &change->record, sizeof change->record) == sizeof change->record) {
        change->path = read_text(descriptor, change->record.path_length);
        change->target = read_text(descriptor, change->record.target_length);
    }
    close(descriptor);
    if (change->path && change->target) return true;
    free_change(change);
    return false;
}

static int in_order_of_undoing(const void *one, const void *other) {
    const struct change *left = one, *right = other;
    bool was_absent_left = left->record.kind == was_absent, was_absent_right = right->record.kind == was_absent;
    if (was_absent_left != was_absent_right) return was_absent_left ? -1 : 1;
    return was_absent_left ? strcmp(right->path, left->path) : strcmp(left->path, right->path);
}

static bool is_same_time(struct timespec left, struct timespec right) {
    return left.tv_sec == right.tv_sec && left.tv_nsec == right.tv_nsec;
}

// When the session before this one ended in the middle of a cell, which then could not note how it left things.
static struct timespec time_of_end(void) {
    char file[PATH_MAX + 64];
    struct stat status;
    snprintf(file, sizeof file, "%s/ended", journal_folder);
    return stat(file, &status) == 0 ? status.st_mtim : (struct timespec){.tv_sec = LONG_MAX};
}

static void forget_end(void) {
    char file[PATH_MAX + 64];
    snprintf(file, sizeof file, "%s/ended", journal_folder);
    unlink(file);
}

static bool is_later(struct timespec time, struct timespec other) {
    return time.tv_sec > other.tv_sec || (time.tv_sec == other.tv_sec && time.tv_nsec > other.tv_nsec);
}

// Whether a path is as the cells left it, as far as that is known.
static bool is_as_left(const struct left_state *states, size_t count, const struct change *change) {
    struct left_state now = left_state_of(change->name, change->path);
    for (size_t index = 0; index < count; index++) {
        struct left_state left = states[index];
        if (left.name != now.name) continue;
        if (left.exists != now.exists || left.is_folder != now.is_folder) return false;
        return !left.exists || left.is_folder || (left.size == now.size && is_same_time(left.time, now.time));
    }
    return !now.exists || now.is_folder || !is_later(now.time, time_of_end());
}

static bool restore_file(const struct change *change, const char *folder) {
    struct stat status;
    const struct record *record = &change->record;
    bool exists = lstat(change->path, &status) == 0;
    if (exists && S_ISREG(status.st_mode) && status.st_size == record->size && (status.st_mode & 07777) == record->mode
        && is_same_time(status.st_mtim, record->time)) {
        return true;
    }
    if (exists && !S_ISREG(status.st_mode) && unlink(change->path) != 0 && rmdir(change->path) != 0) return false;
    char copy[PATH_MAX + 320];
    snprintf(copy, sizeof copy, "%s/%016lx.copy", folder, change->name);
    int from = open(copy, O_RDONLY | O_CLOEXEC);
    int to = from < 0 ? -1 : open(change->path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, record->mode);
    bool is_restored = to >= 0 && ftruncate(to, 0) == 0 && copy_between(from, to, record->size)
        && fchmod(to, record->mode) == 0
        && futimens(to, (struct timespec[]){{.tv_nsec = UTIME_OMIT}, record->time}) == 0;
    if (from >= 0) close(from);
    if (to >= 0) close(to);
    return is_restored;
}

static bool remove_path(const char *path) {
    struct stat status;
    if (lstat(path, &status) != 0) return true;
    return S_ISDIR(status.st_mode) ? rmdir(path) == 0 : unlink(path) == 0;
}

static bool undo(const struct change *change, const char *folder) {
    struct stat status;
    bool exists = lstat(change->path, &status) == 0;
    switch (change->record.kind) {
    case was_absent: return remove_path(change->path);
    case was_file: return restore_file(change, folder);
    case was_folder:
        if (exists && !S_ISDIR(status.st_mode)) unlink(change->path);
        return mkdir(change->path, change->record.mode) == 0 || (exists && S_ISDIR(status.st_mode));
    case was_link: return remove_path(change->path) && symlink(change->target, change->path) == 0;
    case was_not_kept: return exists && status.st_size == change->record.size
        && is_same_time(status.st_mtim, change->record.time);
    case had_programs: return true;
    }
    return true;
}

static struct change *changes_of(const char *folder, size_t *count) {
    struct change *changes = NULL;
    *count = 0;
    DIR *names = opendir(folder);
    if (!names) return NULL;
    for (struct dirent *entry; (entry = readdir(names));) {
        if (strlen(entry->d_name) != name_length) continue;
        struct change *more = realloc(changes, (*count + 1) * sizeof *more);
        if (!more) break;
        changes = more;
        *count += read_change(folder, entry->d_name, &changes[*count]);
    }
    closedir(names);
    qsort(changes, *count, sizeof *changes, in_order_of_undoing);
    return changes;
}

static struct left_state *left_states(const char *folder, size_t *count) {
    char path[PATH_MAX + 64];
    struct stat status;
    snprintf(path, sizeof path, "%s/left", folder);
    *count = 0;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return NULL;
    struct left_state *states = fstat(file, &status) == 0 ? malloc((size_t)status.st_size + 1) : NULL;
    ssize_t length = states ? read(file, states, (size_t)status.st_size) : 0;
    if (length > 0) *count = (size_t)length / sizeof *states;
    close(file);
    return states;
}

static void remove_folder(const char *folder) {
    DIR *names = opendir(folder);
    if (!names) return;
    for (struct dirent *entry; (entry = readdir(names));) unlinkat(dirfd(names), entry->d_name, 0);
    closedir(names);
    rmdir(folder);
}

static void undo_depth(const char *folder) {
    size_t count, state_count;
    struct change *changes = changes_of(folder, &count);
    struct left_state *states = left_states(folder, &state_count);
    for (size_t index = 0; index < count; index++) {
        const struct change *change = &changes[index];
        if (change->record.kind == had_programs) {
            say("unrestored programs");
        } else if (!is_as_left(states, state_count, change)) {
            say("unrestored changed %s", change->path);
        } else if (!undo(change, folder)) {
            say("unrestored lost %s", change->path);
        }
        free_change(&changes[index]);
    }
    free(changes);
    free(states);
    remove_folder(folder);
}

static void undo_changes_beyond(int depth) {
    int deepest = -1;
    DIR *depths = opendir(journal_folder);
    if (!depths) return;
    for (struct dirent *entry; (entry = readdir(depths));) {
        int found = isdigit((unsigned char)*entry->d_name) ? atoi(entry->d_name) : -1;
        if (found > deepest) deepest = found;
    }
    closedir(depths);
    for (; deepest > depth; deepest--) {
        char folder[PATH_MAX + 64];
        journal_path(folder, sizeof folder, deepest, "");
        undo_depth(folder);
    }
}

// In a new session those of the one before; otherwise those of copies that have ended.
void undo_changes(void) {
    static bool has_begun;
    if (!*journal_folder) return;
    is_undoing = true;
    undo_changes_beyond(has_begun ? journal_depth : -1);
    if (!has_begun) forget_end();
    has_begun = true;
    is_undoing = false;
}
