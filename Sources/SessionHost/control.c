#include "host.h"

#include <errno.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

char session_key[key_length + 1];

// A cell may have made the line one that does not wait.
static bool may_try_again(short event) {
    if (errno == EAGAIN) poll(&(struct pollfd){.fd = control_descriptor, .events = event}, 1, -1);
    return errno == EINTR || errno == EAGAIN;
}

static void write_all(const char *bytes, size_t count) {
    if (!is_session()) return;
    while (count > 0) {
        ssize_t written = send(control_descriptor, bytes, count, MSG_NOSIGNAL);
        if (written < 0 && may_try_again(POLLOUT)) continue;
        if (written <= 0) _exit(status_of_lost_line);  // or the runner is gone, and nobody asks for it
        bytes += written;
        count -= (size_t)written;
    }
}

void say(const char *format, ...) {
    char line[4096];
    int length = snprintf(line, sizeof line, "%s ", session_key);
    va_list arguments;
    va_start(arguments, format);
    length += vsnprintf(line + length, sizeof line - 1 - (size_t)length, format, arguments);
    va_end(arguments);
    if (length > (int)sizeof line - 2) length = sizeof line - 2;
    for (int index = 0; index < length; index++) {
        if (line[index] == '\n') line[index] = ' ';
    }
    line[length] = '\n';
    write_all(line, (size_t)length + 1);
}

// What begins a line. This and the next three are called in signal handlers: no memory is allocated, nothing is formatted
// by the C library.
static size_t begin_line(char *line, const char *word) {
    size_t length = 0;
    for (const char *key = session_key; *key; key++) line[length++] = *key;
    line[length++] = ' ';
    while (*word) line[length++] = *word++;
    return length;
}

void say_frames(void *const *frames, int count) {
    static const char digits[] = "0123456789abcdef";
    char line[key_length + most_frames * 17 + 16];
    size_t length = begin_line(line, "frames");
    for (int index = 0; index < count && index < most_frames; index++) {
        unsigned long address = (unsigned long)frames[index];
        line[length++] = ' ';
        for (int shift = 60; shift >= 0; shift -= 4) line[length++] = digits[address >> shift & 15];
    }
    line[length++] = '\n';
    write_all(line, length);
}

void say_overflow(void) {
    char line[key_length + 16];
    size_t length = begin_line(line, "overflowed");
    line[length++] = '\n';
    write_all(line, length);
}

void say_words(const char *word, const char *text) {
    char line[1024];
    size_t length = begin_line(line, word);
    line[length++] = ' ';
    for (; *text && length + 1 < sizeof line; text++) line[length++] = *text == '\n' ? ' ' : *text;
    line[length++] = '\n';
    write_all(line, length);
}

bool hear(char *line, size_t size) {
    size_t length = 0;
    while (length + 1 < size) {
        ssize_t count = read(control_descriptor, line + length, 1);
        if (count < 0 && may_try_again(POLLIN)) continue;
        if (count <= 0) return false;
        if (line[length] == '\n') {
            line[length] = 0;
            return true;
        }
        length++;
    }
    return false;
}
