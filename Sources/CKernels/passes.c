#include "passes.h"

#include <stddef.h>

const char *volatile nbrun_pass = NULL;
