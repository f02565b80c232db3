// The functions of the C library by which a cell, or a library that it uses, changes what stands at a path.
//
// The program's own definitions go before the C library's for every library that it loads. Each notes the change
// (journal.c) and does what it did.

#include "host.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#define next(function) ((__typeof__(&function))dlsym(RTLD_NEXT, #function))

static bool may_change(int flags) {
    if ((flags & O_TMPFILE) == O_TMPFILE || flags & O_PATH) return false;
    return (flags & O_ACCMODE) != O_RDONLY || flags & (O_CREAT | O_TRUNC);
}

static void note_opening(int folder, const char *path, int flags) {
    if (may_change(flags)) note_change(folder, path, !(flags & (O_NOFOLLOW | O_EXCL)));
}

#define mode_after(flags)                                          \
    ({                                                             \
        mode_t mode = 0;                                           \
        if ((flags) & (O_CREAT | O_TMPFILE)) {                     \
            va_list rest;                                          \
            va_start(rest, flags);                                 \
            mode = va_arg(rest, mode_t);                           \
            va_end(rest);                                          \
        }                                                          \
        mode;                                                      \
    })

int open(const char *path, int flags, ...) {
    note_opening(AT_FDCWD, path, flags);
    return next(open)(path, flags, mode_after(flags));
}

int open64(const char *path, int flags, ...) {
    note_opening(AT_FDCWD, path, flags);
    return next(open64)(path, flags, mode_after(flags));
}

int openat(int folder, const char *path, int flags, ...) {
    note_opening(folder, path, flags);
    return next(openat)(folder, path, flags, mode_after(flags));
}

int openat64(int folder, const char *path, int flags, ...) {
    note_opening(folder, path, flags);
    return next(openat64)(folder, path, flags, mode_after(flags));
}

// Those of programs that were built with checks.
int __open_2(const char *path, int flags) {
    return open(path, flags);
}

int __open64_2(const char *path, int flags) {
    return open64(path, flags);
}

int __openat_2(int folder, const char *path, int flags) {
    return openat(folder, path, flags);
}

int __openat64_2(int folder, const char *path, int flags) {
    return openat64(folder, path, flags);
}

int creat(const char *path, mode_t mode) {
    note_change(AT_FDCWD, path, true);
    return next(creat)(path, mode);
}

int creat64(const char *path, mode_t mode) {
    note_change(AT_FDCWD, path, true);
    return next(creat64)(path, mode);
}

static void note_stream(const char *path, const char *mode) {
    if (path && mode && strpbrk(mode, "wa+")) note_change(AT_FDCWD, path, true);
}

FILE *fopen(const char *path, const char *mode) {
    note_stream(path, mode);
    return next(fopen)(path, mode);
}

FILE *fopen64(const char *path, const char *mode) {
    note_stream(path, mode);
    return next(fopen64)(path, mode);
}

FILE *freopen(const char *path, const char *mode, FILE *stream) {
    note_stream(path, mode);
    return next(freopen)(path, mode, stream);
}

FILE *freopen64(const char *path, const char *mode, FILE *stream) {
    note_stream(path, mode);
    return next(freopen64)(path, mode, stream);
}

int truncate(const char *path, off_t size) {
    note_change(AT_FDCWD, path, true);
    return next(truncate)(path, size);
}

int truncate64(const char *path, off64_t size) {
    note_change(AT_FDCWD, path, true);
    return next(truncate64)(path, size);
}

int unlink(const char *path) {
    note_change(AT_FDCWD, path, false);
    return next(unlink)(path);
}

int unlinkat(int folder, const char *path, int flags) {
    note_change(folder, path, false);
    return next(unlinkat)(folder, path, flags);
}

int remove(const char *path) {
    note_change(AT_FDCWD, path, false);
    return next(remove)(path);
}

int rmdir(const char *path) {
    note_change(AT_FDCWD, path, false);
    return next(rmdir)(path);
}

int mkdir(const char *path, mode_t mode) {
    note_change(AT_FDCWD, path, false);
    return next(mkdir)(path, mode);
}

int mkdirat(int folder, const char *path, mode_t mode) {
    note_change(folder, path, false);
    return next(mkdirat)(folder, path, mode);
}

int mkfifo(const char *path, mode_t mode) {
    note_change(AT_FDCWD, path, false);
    return next(mkfifo)(path, mode);
}

int mknod(const char *path, mode_t mode, dev_t device) {
    note_change(AT_FDCWD, path, false);
    return next(mknod)(path, mode, device);
}

int bind(int socket, const struct sockaddr *address, socklen_t size) {
    const struct sockaddr_un *local = (const struct sockaddr_un *)address;
    bool has_path = address && address->sa_family == AF_UNIX && size > offsetof(struct sockaddr_un, sun_path);
    if (has_path && *local->sun_path) {
        char path[sizeof local->sun_path + 1] = "";
        size_t length = size - offsetof(struct sockaddr_un, sun_path);
        memcpy(path, local->sun_path, length < sizeof local->sun_path ? length : sizeof local->sun_path);
        note_change(AT_FDCWD, path, false);
    }
    return next(bind)(socket, address, size);
}

int rename(const char *from, const char *to) {
    note_move(AT_FDCWD, from, AT_FDCWD, to);
    return next(rename)(from, to);
}

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
    note_move(from_folder, from, to_folder, to);
    return next(renameat)(from_folder, from, to_folder, to);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
    note_move(from_folder, from, to_folder, to);
    return next(renameat2)(from_folder, from, to_folder, to, flags);
}

int link(const char *from, const char *to) {
    note_change(AT_FDCWD, to, false);
    return next(link)(from, to);
}

int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
    note_change(to_folder, to, false);
    return next(linkat)(from_folder, from, to_folder, to, flags);
}

int symlink(const char *target, const char *path) {
    note_change(AT_FDCWD, path, false);
    return next(symlink)(target, path);
}

int symlinkat(const char *target, int folder, const char *path) {
    note_change(folder, path, false);
    return next(symlinkat)(target, folder, path);
}

int chmod(const char *path, mode_t mode) {
    note_change(AT_FDCWD, path, true);
    return next(chmod)(path, mode);
}

int fchmodat(int folder, const char *path, mode_t mode, int flags) {
    note_change(folder, path, true);
    return next(fchmodat)(folder, path, mode, flags);
}

// These choose a name themselves, and open it without the functions above.

static int note_made(int descriptor, const char *path) {
    if (descriptor >= 0) note_creation(path);
    return descriptor;
}

int mkstemp(char *path) {
    return note_made(next(mkstemp)(path), path);
}

int mkstemp64(char *path) {
    return note_made(next(mkstemp64)(path), path);
}

int mkostemp(char *path, int flags) {
    return note_made(next(mkostemp)(path, flags), path);
}

int mkostemp64(char *path, int flags) {
    return note_made(next(mkostemp64)(path, flags), path);
}

int mkstemps(char *path, int suffix) {
    return note_made(next(mkstemps)(path, suffix), path);
}

int mkstemps64(char *path, int suffix) {
    return note_made(next(mkstemps64)(path, suffix), path);
}

int mkostemps(char *path, int suffix, int flags) {
    return note_made(next(mkostemps)(path, suffix, flags), path);
}

char *mkdtemp(char *path) {
    char *made = next(mkdtemp)(path);
    if (made) note_creation(path);
    return made;
}
