internal import CKernels
import Tensors

/// Squared where predictions are near their targets, absolute where they are far: outliers pull less.
///
///     with e = prediction − target:   e² / 2 where |e| ≤ delta, else delta (|e| − delta / 2)
///     model.compile(optimizer: Adam(), loss: Huber(delta: 0.5))
///
/// The loss of a sample is the mean over all its numbers.
public struct Huber: Loss {
    public let name = "huber_loss"
    let delta: Double

    public init(delta: Double = 1) {
        demandPositive(delta, "Huber: delta")
        self.delta = delta
    }

    public func _evaluate(_ batch: LossBatch) -> Double {
        batch.measure(.numbers(batch.width)) { nbrun_huber($0, Float(delta)) }
    }
}

extension Loss where Self == Huber {
    /// Huber's loss with a delta of 1.
    public static var huber: Huber { Huber() }
}
