internal import CKernels

/// Computes with numbers nearer to 0 than 2⁻¹²⁶ taken as 0, on all threads; the reader's own arithmetic keeps them.
///
/// Where a gradient stays away, as behind a unit that is never active, Adam's moving averages come to such numbers after
/// some hundred steps, and the processor takes a hundred times as long for each of them.
func flushingSubnormals(_ body: () -> Void) {
    nbrun_flush_subnormals(1)
    body()
    nbrun_flush_subnormals(0)
}
