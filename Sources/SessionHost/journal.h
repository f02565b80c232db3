#ifndef JOURNAL_H
#define JOURNAL_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <time.h>

// What stood at a path before a cell changed it: a file of the journal, with the path behind it, and for a link its
// target.
struct record {
    enum { was_absent, was_folder, was_file, was_link, was_not_kept, had_programs } kind;
    mode_t mode;
    off_t size;
    struct timespec time;
    uint32_t path_length, target_length;
};

// How a path was left by a cell, so that what somebody else did to it later is known.
struct left_state {
    uint64_t name;
    bool exists, is_folder;
    off_t size;
    struct timespec time;
};

// Of a record's name: the hash of its path in hexadecimal digits.
enum { name_length = 16 };

extern char journal_folder[];
extern int journal_depth;
// While changes are undone, none is noted.
extern bool is_undoing;

// "FOLDER/DEPTH", "FOLDER/DEPTH/NAME", "FOLDER/DEPTH/NAME.copy" and "FOLDER/DEPTH/left".
void journal_path(char *path, size_t size, int depth, const char *name);
// paths.c: the path from the root, of a link that is followed what it leads to; false where it is no part of a state.
bool resolve_path(int folder, const char *path, bool follows, char *resolved);
void exclude_own_folders(void);

bool copy_between(int from, int to, off_t size);
// left_states.c
struct left_state left_state_of(uint64_t name, const char *path);
void note_left_states(int depth);

#endif
