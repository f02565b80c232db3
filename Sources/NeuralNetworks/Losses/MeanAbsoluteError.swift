internal import CKernels
import Tensors

/// The mean of |prediction − target| over all numbers of a sample.
///
///     model.compile(optimizer: Adam(), loss: .meanAbsoluteError)
public struct MeanAbsoluteError: Loss {
    public let name = "mean_absolute_error"

    public init() {}

    public func _evaluate(_ batch: LossBatch) -> Double {
        batch.measure(.numbers(batch.width)) { nbrun_absolute_error($0) }
    }
}

extension Loss where Self == MeanAbsoluteError {
    /// The mean absolute error.
    public static var meanAbsoluteError: MeanAbsoluteError { MeanAbsoluteError() }
    /// The mean absolute error.
    public static var mae: MeanAbsoluteError { MeanAbsoluteError() }
}
