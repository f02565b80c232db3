import Tensors

/// What flows along one edge of a plan's graph: a batch of samples, and on the way back the loss's gradient by them.
public final class Signal {
    /// The shape of one sample as the layer that made it gives it, though it may lie in memory pooled.
    let shape: Shape
    let memory: Memory
    /// Whether anything that can be trained lies before it.
    let needsGradient: Bool
    /// How many layers read it.
    let readerCount: Int
    /// Set while the way back is planned, by the layers that read the signal.
    var gradient: Memory?

    /// Whether `relu` has made it, so that its gradient has to be set to 0 wherever it is not positive itself.
    let isRectified: Bool
    /// Whether a reader has done that already, on its way.
    var gradientIsMasked = false
    /// Whether the layer that made it has pooled it too, for its only reader: memory and gradient have the sizes that this
    /// one gives.
    let isPooled: Bool

    init(
        shape: Shape, memory: Memory, needsGradient: Bool, readerCount: Int, isRectified: Bool = false,
        isPooled: Bool = false
    ) {
        self.shape = shape
        self.memory = memory
        self.needsGradient = needsGradient
        self.readerCount = readerCount
        self.isRectified = isRectified
        self.isPooled = isPooled
    }

    /// Whether its only reader may do the masking for the layer that made it.
    var letsReaderMask: Bool { isRectified && readerCount == 1 }
}
