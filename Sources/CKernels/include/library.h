#pragma once

/// The path of the file that this code was loaded from, or NULL where the loader does not know.
const char *nbrun_library_path(void);
