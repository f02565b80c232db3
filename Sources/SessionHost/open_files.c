// The files that cells hold open, whose place and text a copy of the process would share.

#include "host.h"
#include "journal.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { most_own = 64 };
static const off_t largest_text = 16 << 20;

// What is open before the first cell: the runner's lines, and what the runtime needs.
static struct {
    dev_t device;
    ino_t inode;
} own[most_own];
static size_t own_count;

void remember_own_descriptors(void) {
    DIR *descriptors = opendir("/proc/self/fd");
    if (!descriptors) return;
    for (struct dirent *entry; own_count < most_own && (entry = readdir(descriptors));) {
        struct stat status;
        if (*entry->d_name == '.' || fstat(atoi(entry->d_name), &status) != 0) continue;
        own[own_count].device = status.st_dev;
        own[own_count++].inode = status.st_ino;
    }
    closedir(descriptors);
}

static bool is_own(const struct stat *status) {
    for (size_t index = 0; index < own_count; index++) {
        if (own[index].device == status->st_dev && own[index].inode == status->st_ino) return true;
    }
    return false;
}

static bool begins(const char *text, const char *start) {
    return strncmp(text, start, strlen(start)) == 0;
}

// What the kernel says of a descriptor: a line that begins with a word, or NULL.
static const char *information(int descriptor, const char *word) {
    static char text[4096];
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fdinfo/%d", descriptor);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return NULL;
    ssize_t length = read(file, text, sizeof text - 1);
    close(file);
    text[length < 0 ? 0 : length] = 0;
    char *line = text;
    while (line && !begins(line, word)) line = (line = strchr(line, '\n')) ? line + 1 : NULL;
    return line;
}

// Objects of the kernel without a name: an idle one is the same for two processes as for one.
static const char *obstacle_of_nameless(int descriptor, const char *name) {
    const char *line;
    if (begins(name, "anon_inode:inotify") || begins(name, "anon_inode:[fanotify]")) return "watch";
    if (begins(name, "anon_inode:[pidfd]")) return "children";
    if (begins(name, "anon_inode:[eventfd]")) {
        line = is_alarm(descriptor) ? NULL : information(descriptor, "eventfd-count:");
        return line && strtoull(line + strlen("eventfd-count:"), NULL, 16) != 0 ? "counter" : NULL;
    }
    if (begins(name, "anon_inode:[timerfd]")) {
        line = information(descriptor, "it_value:");
        return line && !begins(line, "it_value: (0, 0)") ? "timer" : NULL;
    }
    // Run loops have such ones; what they watch is looked at by itself.
    if (begins(name, "anon_inode:[eventpoll]") || begins(name, "anon_inode:[signalfd]")) return NULL;
    return begins(name, "anon_inode:") ? "other" : NULL;
}

static const char *obstacle_of(int descriptor, const struct stat *status) {
    char link[64], name[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, name, sizeof name - 1);
    name[length < 0 ? 0 : length] = 0;
    if (begins(name, "anon_inode:")) return obstacle_of_nameless(descriptor, name);
    if (is_own(status)) return NULL;
    switch (status->st_mode & S_IFMT) {
    case S_IFIFO: return "pipe";
    case S_IFSOCK: return "socket";
    case S_IFCHR: return strstr(name, "ptmx") ? "terminal" : NULL;
    case S_IFREG:
        if (information(descriptor, "lock:")) return "lock";
        return NULL;
    default: return NULL;
    }
}

// The text of a file that can be written to; true where none has to be kept.
static bool keep_text(struct open_file *file, const struct stat *status) {
    file->has_text = S_ISREG(status->st_mode) && (file->flags & O_ACCMODE) != O_RDONLY;
    if (!file->has_text) return true;
    file->size = status->st_size;
    file->times[0] = status->st_atim;
    file->times[1] = status->st_mtim;
    if (file->size > largest_text) return false;
    file->text = malloc((size_t)file->size + 1);
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", file->descriptor);
    int reader = file->text ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    if (reader < 0) return false;
    off_t offset = 0;
    for (ssize_t count; offset < file->size; offset += count) {
        count = pread(reader, file->text + offset, (size_t)(file->size - offset), offset);
        if (count <= 0) break;
    }
    close(reader);
    return offset == file->size;
}

static const char *add(struct open_files *files, int descriptor, const struct stat *status) {
    const char *reason = obstacle_of(descriptor, status);
    bool has_place = S_ISREG(status->st_mode) || S_ISDIR(status->st_mode);
    if (reason || !has_place || is_own(status)) return reason;
    struct open_file file = {.descriptor = descriptor, .flags = fcntl(descriptor, F_GETFL)};
    file.offset = lseek(descriptor, 0, SEEK_CUR);
    if (!keep_text(&file, status)) {
        free(file.text);
        return "largeFile";
    }
    struct open_file *more = realloc(files->list, (files->count + 1) * sizeof *more);
    if (!more) return "memory";
    files->list = more;
    files->list[files->count++] = file;
    return NULL;
}

const char *remember_open_files(struct open_files *files) {
    *files = (struct open_files){NULL, 0};
    DIR *descriptors = opendir("/proc/self/fd");
    if (!descriptors) return NULL;
    const char *reason = NULL;
    for (struct dirent *entry; !reason && (entry = readdir(descriptors));) {
        int descriptor = *entry->d_name == '.' ? -1 : atoi(entry->d_name);
        struct stat status;
        if (descriptor < 0 || descriptor == dirfd(descriptors) || fstat(descriptor, &status) != 0) continue;
        reason = add(files, descriptor, &status);
    }
    closedir(descriptors);
    return reason;
}

static bool is_as(off_t size, struct timespec time, const struct stat *status) {
    return status->st_size == size && status->st_mtim.tv_sec == time.tv_sec && status->st_mtim.tv_nsec == time.tv_nsec;
}

void note_left_files(struct open_files *files) {
    for (size_t index = 0; index < files->count; index++) {
        struct stat status;
        if (fstat(files->list[index].descriptor, &status) != 0) continue;
        files->list[index].left_size = status.st_size;
        files->list[index].left_time = status.st_mtim;
    }
}

// By another descriptor than the cell's, which may only append. What somebody else has written since stays.
static void restore_text(const struct open_file *file) {
    struct stat status;
    char path[64];
    if (!file->has_text || fstat(file->descriptor, &status) != 0) return;
    if (is_as(file->size, file->times[1], &status) || !is_as(file->left_size, file->left_time, &status)) return;
    snprintf(path, sizeof path, "/proc/self/fd/%d", file->descriptor);
    int writer = open(path, O_WRONLY | O_CLOEXEC);
    if (writer < 0) return;
    bool is_restored = pwrite(writer, file->text, (size_t)file->size, 0) == file->size
        && ftruncate(writer, file->size) == 0 && futimens(writer, file->times) == 0;
    (void)is_restored;
    close(writer);
}

void restore_open_files(struct open_files *files) {
    for (size_t index = 0; index < files->count; index++) {
        struct open_file *file = &files->list[index];
        restore_text(file);
        lseek(file->descriptor, file->offset, SEEK_SET);
        fcntl(file->descriptor, F_SETFL, file->flags);
    }
    forget_open_files(files);
}

void forget_open_files(struct open_files *files) {
    for (size_t index = 0; index < files->count; index++) free(files->list[index].text);
    free(files->list);
    *files = (struct open_files){NULL, 0};
}
