internal import CKernels

/// Computes with numbers nearer to 0 than 2⁻¹²⁶ taken as 0, as TensorFlow does, on the calling thread and its pool; the
/// reader's own arithmetic keeps them. Not to be nested.
///
/// Where a gradient stays away, as behind a unit that is never active, Adam's moving averages would come to such subnormal
/// numbers after some 800 steps, and processors take up to a hundred times as long for each of them.
func flushingSubnormals(_ body: () -> Void) {
    nbrun_flush_subnormals(1)
    body()
    nbrun_flush_subnormals(0)
}
