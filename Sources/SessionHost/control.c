#include "host.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void write_all(const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(control_descriptor, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) _exit(1);  // the runner is gone
        bytes += written;
        count -= (size_t)written;
    }
}

void say(const char *format, ...) {
    char line[4096];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(line, sizeof line - 1, format, arguments);
    va_end(arguments);
    if (length > (int)sizeof line - 2) length = sizeof line - 2;
    for (int index = 0; index < length; index++) {
        if (line[index] == '\n') line[index] = ' ';
    }
    line[length] = '\n';
    write_all(line, (size_t)length + 1);
}

// This and the next are called in signal handlers: no memory is allocated, nothing is formatted by the C library.
void say_frames(void *const *frames, int count) {
    static const char digits[] = "0123456789abcdef";
    char line[most_frames * 17 + 8] = "frames";
    size_t length = 6;
    for (int index = 0; index < count && index < most_frames; index++) {
        unsigned long address = (unsigned long)frames[index];
        line[length++] = ' ';
        for (int shift = 60; shift >= 0; shift -= 4) line[length++] = digits[address >> shift & 15];
    }
    line[length++] = '\n';
    write_all(line, length);
}

void say_overflow(void) {
    static const char line[] = "overflowed\n";
    write_all(line, sizeof line - 1);
}

bool hear(char *line, size_t size) {
    size_t length = 0;
    while (length + 1 < size) {
        ssize_t count = read(control_descriptor, line + length, 1);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        if (line[length] == '\n') {
            line[length] = 0;
            return true;
        }
        length++;
    }
    return false;
}
