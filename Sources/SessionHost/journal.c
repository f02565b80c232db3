// What stood where a cell writes, kept until it is known that the cell stays.
//
// A copy of a process shares no memory with it, but all files do: a cell that is run again, or that failed, would find
// what it wrote the first time. Before a path is first changed in a process (interposed.c), what stands there is noted in
// the folder of the process's depth, which is the number of kept states below it; undo.c brings it back.
//
// 1. The name of a record is the hash of its path, so each path has one a depth.
// 2. A copy is made of a file of up to 128 MB, and of 1 GB in all. For others it is noted that they were not kept.

#include "journal.h"

#include "host.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <linux/fs.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <unistd.h>

static const off_t largest_copy = 128 << 20, most_copied = 1 << 30;

char journal_folder[PATH_MAX];
int journal_depth;
bool is_undoing;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static off_t copied;
static int record_count;

void begin_journal(const char *folder) {
    snprintf(journal_folder, PATH_MAX, "%s", folder);
    exclude_own_folders();
}

void begin_journal_of_copy(void) {
    journal_depth++;
    record_count = 0;
}

void journal_path(char *path, size_t size, int depth, const char *name) {
    snprintf(path, size, "%s/%d%s%s", journal_folder, depth, *name ? "/" : "", name);
}

static uint64_t hash(const char *text) {
    uint64_t value = 0xcbf29ce484222325;  // FNV-1a
    for (; *text; text++) value = (value ^ (unsigned char)*text) * 0x100000001b3;
    return value;
}

bool copy_between(int from, int to, off_t size) {
    if (ioctl(to, FICLONE, from) == 0) return true;
    off_t offset = 0;
    while (offset < size) {
        ssize_t count = copy_file_range(from, &offset, to, NULL, (size_t)(size - offset), 0);
        if (count == 0) return true;  // it is shorter by now
        if (count > 0) continue;
        char buffer[1 << 16];
        count = pread(from, buffer, sizeof buffer, offset);
        if (count <= 0) return count == 0;
        if (write(to, buffer, (size_t)count) != count) return false;
        offset += count;
    }
    return true;
}

static bool keep_copy(const char *path, const char *name, off_t size) {
    if (size > largest_copy || copied + size > most_copied) return false;
    char file[PATH_MAX + 64], copy_name[name_length + 8];
    snprintf(copy_name, sizeof copy_name, "%s.copy", name);
    journal_path(file, sizeof file, journal_depth, copy_name);
    int from = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    int to = from < 0 ? -1 : open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    bool is_copied = to >= 0 && copy_between(from, to, size);
    if (from >= 0) close(from);
    if (to >= 0) close(to);
    if (is_copied) copied += size;
    return is_copied;
}

static struct record record_of(const char *path, const char *name, char *target) {
    struct stat status;
    struct record record = {.kind = was_absent, .path_length = (uint32_t)strlen(path)};
    if (lstat(path, &status) != 0) return record;
    record.mode = status.st_mode & 07777;
    record.size = status.st_size;
    record.time = status.st_mtim;
    if (S_ISREG(status.st_mode)) {
        record.kind = keep_copy(path, name, status.st_size) ? was_file : was_not_kept;
    } else if (S_ISDIR(status.st_mode)) {
        record.kind = was_folder;
    } else if (S_ISLNK(status.st_mode)) {
        ssize_t length = readlink(path, target, PATH_MAX - 1);
        record.kind = was_link;
        record.target_length = length < 0 ? 0 : (uint32_t)length;
    } else {
        record.kind = was_not_kept;
    }
    return record;
}

static void write_record(int file, struct record record, const char *path, const char *target) {
    bool is_written = write(file, &record, sizeof record) == sizeof record
        && write(file, path, record.path_length) == record.path_length
        && write(file, target, record.target_length) == record.target_length;
    if (is_written) record_count++;
}

// A record's file; -1 if there is one already, or it cannot be made.
static int new_record(const char *path, char *name) {
    snprintf(name, name_length + 1, "%016lx", hash(path));
    char file[PATH_MAX + 64];
    journal_path(file, sizeof file, journal_depth, name);
    int made = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made >= 0 || errno != ENOENT) return made;
    char folder[PATH_MAX + 64];
    journal_path(folder, sizeof folder, journal_depth, "");
    mkdir(journal_folder, 0700);
    mkdir(folder, 0700);
    return open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
}

static void note_at(const char *path, bool is_new) {
    char name[name_length + 1], link[PATH_MAX];
    pthread_mutex_lock(&mutex);
    int file = new_record(path, name);
    if (file >= 0) {
        struct record record = {.kind = was_absent, .path_length = (uint32_t)strlen(path)};
        if (!is_new) record = record_of(path, name, link);
        write_record(file, record, path, link);
        close(file);
    }
    pthread_mutex_unlock(&mutex);
}

static void note(int folder, const char *path, bool follows, bool is_new) {
    int code = errno;
    char resolved[PATH_MAX];
    if (*journal_folder && !is_undoing && path && resolve_path(folder, path, follows, resolved)) note_at(resolved, is_new);
    errno = code;
}

void note_change(int folder, const char *path, bool follows) {
    note(folder, path, follows, false);
}

void note_creation(const char *path) {
    note(AT_FDCWD, path, false, true);
}

// The folder that is moved, and where it comes to be.
static char moved_from[PATH_MAX], moved_to[PATH_MAX];

static int note_moved(const char *path, const struct stat *status, int kind, struct FTW *place) {
    (void)status, (void)kind, (void)place;
    char target[2 * PATH_MAX];
    note_at(path, false);
    // Its folder is not there yet.
    snprintf(target, sizeof target, "%s%s", moved_to, path + strlen(moved_from));
    if (strlen(target) < PATH_MAX) note_at(target, false);
    return 0;
}

void note_move(int from_folder, const char *from, int to_folder, const char *to) {
    static pthread_mutex_t moves = PTHREAD_MUTEX_INITIALIZER;
    struct stat status;
    int code = errno;
    note_change(to_folder, to, false);
    note_change(from_folder, from, false);
    bool is_folder = fstatat(from_folder, from, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode);
    if (is_folder && *journal_folder && !is_undoing) {
        pthread_mutex_lock(&moves);
        if (resolve_path(from_folder, from, false, moved_from) && resolve_path(to_folder, to, false, moved_to)) {
            nftw(moved_from, note_moved, 16, FTW_PHYS);
        }
        pthread_mutex_unlock(&moves);
    }
    errno = code;
}

// Programs that were started write where they want, and nobody sees it.
static long faults_of_programs(void) {
    struct rusage usage;
    return getrusage(RUSAGE_CHILDREN, &usage) == 0 ? usage.ru_minflt : 0;
}

static long faults_before;

void note_begin_of_cell(void) {
    faults_before = faults_of_programs();
    // While it runs nobody knows how it leaves them.
    char file[PATH_MAX + 64];
    journal_path(file, sizeof file, journal_depth, "left");
    if (record_count > 0) unlink(file);
}

static void note_programs(void) {
    char name[name_length + 1];
    if (!*journal_folder || faults_of_programs() == faults_before) return;
    int file = new_record("programs", name);
    if (file < 0) return;
    write_record(file, (struct record){.kind = had_programs}, "", "");
    close(file);
}

void note_end_of_cell(bool may_run_again) {
    note_programs();
    if (may_run_again && record_count > 0) note_left_states(journal_depth);
}
