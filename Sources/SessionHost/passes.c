#include "host.h"

#include <dlfcn.h>

// What the engine computes, in words that it changes while it works (CKernels, passes.h).
static const char *const volatile *pass;

void find_pass(void *prelude) { pass = dlsym(prelude, "nbrun_pass"); }

// Called in a signal handler.
void say_pass(void) {
    if (pass && *pass) say_words("computing", *pass);
}
