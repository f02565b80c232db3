// The loops that have to be fast, in C: vectorised for the machine at hand, and threaded through oneDNN's own pool.

#include "augmentation.h"
#include "dense.h"
#include "library.h"
#include "parallel.h"
#include "passes.h"
#include "random.h"
#include "resizing.h"
#include "tensors.h"
#include "training.h"
#include "winograd.h"
