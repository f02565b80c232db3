import Tensors

/// How far a model's predictions are from what they should be: the number that training makes small.
///
///     model.compile(optimizer: Adam(), loss: .sparseCategoricalCrossentropy)
public protocol Loss: Sendable {
    /// Keras's name for it, such as `sparse_categorical_crossentropy`.
    var name: String { get }
    /// The activation that the loss computes together with itself, more exactly, where a model ends with it.
    var _fusedActivation: Activation? { get }
    /// What it compares a prediction of this shape with.
    func _targetKind(outputShape: Shape) -> TargetKind
    /// The sum of the loss over a batch; writes the gradient of its mean, and predictions in the place of logits.
    func _evaluate(_ batch: LossBatch) -> Double
}

/// What a model's predictions are compared with.
public enum TargetKind: Equatable, Sendable {
    /// One class label a sample, below this count.
    case classes(Int)
    /// As many numbers a sample as the prediction has.
    case numbers(Int)
}

/// Predictions of one batch with their targets.
public struct LossBatch {
    let rows: Int
    let width: Int
    let predictions: UnsafeMutablePointer<Float>
    /// Whether the predictions are what goes into the fused activation.
    let areLogits: Bool
    let labels: UnsafePointer<Int32>
    let numbers: UnsafePointer<Float>
    /// Where the gradient goes, while a model learns.
    let gradient: UnsafeMutablePointer<Float>?
}
