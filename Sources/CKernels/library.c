#define _GNU_SOURCE
#include "library.h"

#include <dlfcn.h>
#include <stddef.h>

const char *nbrun_library_path(void) {
    Dl_info place;
    return dladdr((const void *)nbrun_library_path, &place) ? place.dli_fname : NULL;
}
