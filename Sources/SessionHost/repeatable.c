#include "host.h"

#include <stdlib.h>
#include <string.h>
#include <sys/personality.h>

// Swift's dictionaries and sets have another order in each process, unless this is set when its runtime is loaded; those of
// objects that are hashed by their address, unless that is the same. Reports, and what is trained from them, would differ
// from run to run.
static const char variable[] = "SWIFT_DETERMINISTIC_HASHING";
// As good as 1, and not what somebody else sets.
static const char value[] = "1 (set by nbrun)";

// For the program that this process becomes. Where the system refuses it, addresses stay random.
void become_repeatable(void) {
    setenv(variable, value, 0);
    int current = personality(0xffffffff);
    if (current >= 0) personality((unsigned long)current | ADDR_NO_RANDOMIZE);
}

// For the programs that this process starts: they are the author's own affair.
void leave_programs_unrepeatable(void) {
    const char *current = getenv(variable);
    if (current && strcmp(current, value) == 0) unsetenv(variable);
    int persona = personality(0xffffffff);
    if (persona >= 0) personality((unsigned long)persona & ~(unsigned long)ADDR_NO_RANDOMIZE);
}
