#pragma once

#include <stddef.h>

/// What is done with the elements from `begin` up to, not including, `end`.
typedef void (*nbrun_range_body)(size_t begin, size_t end, void *context);

/// Calls `body` for consecutive ranges of `chunk` elements that cover 0..<count, on all threads of the pool.
///
/// The ranges depend on `count` and `chunk` alone, never on the number of threads: a loop that keeps one partial
/// result a range, and adds these in order, gives the same bits everywhere. A range begins at a multiple of `chunk`.
/// A single range is run by the caller itself.
void nbrun_parallel_for(size_t count, size_t chunk, nbrun_range_body body, void *context);

/// How many threads the pool has.
size_t nbrun_thread_count(void);

/// From now on, or no longer, the calling thread and its pool take numbers nearer to 0 than 2⁻¹²⁶ as 0.
void nbrun_flush_subnormals(int flushes);

/// From now on, loops that the calling thread starts run on it alone.
void nbrun_stay_on_this_thread(void);
