internal import CKernels
import Tensors

/// The mean of (prediction − target)² over all numbers of a sample.
///
///     model.compile(optimizer: Adam(), loss: .meanSquaredError)
public struct MeanSquaredError: Loss {
    public let name = "mean_squared_error"

    public init() {}

    public func _evaluate(_ batch: LossBatch) -> Double {
        batch.measure(.numbers(batch.width)) { nbrun_squared_error($0) }
    }
}

extension Loss where Self == MeanSquaredError {
    /// The mean squared error.
    public static var meanSquaredError: MeanSquaredError { MeanSquaredError() }
    /// The mean squared error.
    public static var mse: MeanSquaredError { MeanSquaredError() }
}
