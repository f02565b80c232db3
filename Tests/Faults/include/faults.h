// A library that is preloaded into a program (LD_PRELOAD) and lets one of its calls on files go wrong: see faults.c.
#pragma once
