#pragma once

/// What the engine computes now, for the message where the process ends amid it: `dense_1, backward data by brgemm_bwd_d`. NULL
/// where it computes nothing. The session's host finds it by its name.
extern const char *volatile nbrun_pass;

/// Notes it: one store, so that it can be done before each command of a step.
static inline void nbrun_note_pass(const char *words) { nbrun_pass = words; }
