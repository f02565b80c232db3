import Tensors

/// The mean of (prediction − target)² over all numbers of a sample.
///
///     model.compile(optimizer: Adam(), loss: .meanSquaredError)
public struct MeanSquaredError: Loss {
    public let name = "mean_squared_error"
    public let _fusedActivation: Activation? = nil

    public init() {}

    public func _targetKind(outputShape: Shape) -> TargetKind { .numbers(outputShape.count) }

    public func _evaluate(_ batch: LossBatch) -> Double {
        let count = batch.rows * batch.width
        var total = 0.0
        for index in 0..<count {
            let error = batch.predictions[index] - batch.numbers[index]
            total += Double(error * error)
            batch.gradient?[index] = 2 * error / Float(count)
        }
        return total / Double(batch.width)
    }
}

extension Loss where Self == MeanSquaredError {
    /// The mean squared error.
    public static var meanSquaredError: MeanSquaredError { MeanSquaredError() }
}
