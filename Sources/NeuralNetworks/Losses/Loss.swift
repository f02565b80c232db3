internal import CKernels
import Display
import Tensors

/// How far a model's predictions are from what they should be: the number that training makes small.
///
///     model.compile(optimizer: Adam(), loss: .sparseCategoricalCrossentropy)
public protocol Loss: Sendable, CustomStringConvertible {
    /// Keras's name for it, such as `sparse_categorical_crossentropy`.
    var name: String { get }
    /// The activation that the loss computes together with itself, more exactly, where a model ends with it.
    var _fusedActivation: ActivationFunction? { get }
    /// What it compares a prediction of this shape with; stops the cell where it cannot.
    func _targetKind(outputShape: Shape) -> TargetKind
    /// The sum of weight · loss over a batch; writes the gradient of its mean, and predictions in the place of logits.
    func _evaluate(_ batch: LossBatch) -> Double
}

extension Loss {
    public var _fusedActivation: ActivationFunction? { nil }

    /// What makes it: `Huber(delta: 0.5)`.
    public var description: String { ReadableText.of(self, without: ["name"]) }
    public func _targetKind(outputShape: Shape) -> TargetKind { .numbers(outputShape.count) }
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
    /// What the loss of each row is multiplied by; nil for 1.
    var weights: UnsafePointer<Float>?
    /// Where the gradient goes, while a model learns.
    let gradient: UnsafeMutablePointer<Float>?

    /// Calls one of the kernels.
    func measure(_ targets: TargetKind, by kernel: (UnsafePointer<nbrun_loss_batch>) -> Double) -> Double {
        let haveLabels = if case .classes = targets { true } else { false }
        var batch = nbrun_loss_batch(
            predictions: predictions, labels: haveLabels ? labels : nil, targets: haveLabels ? nil : numbers,
            weights: weights, gradient: gradient, rows: rows, width: width)
        return kernel(&batch)
    }
}

extension Shape {
    /// How many classes a prediction of this shape tells apart; stops the cell where it is more than a vector.
    func classCount(for loss: String) -> Int {
        demand(rank == 1, "\(loss): expected a model that gives a vector for each sample, but it gives \(self)")
        return self[0]
    }
}

func demandLabelSmoothing(_ value: Double, _ loss: String) {
    demand((0...1).contains(value), "\(loss): labelSmoothing must be in 0...1, but is \(NumberText.short(value))")
}
