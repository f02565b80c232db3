internal import CKernels
import Glibc
import Tensors

/// −log p(label): how surprised the model is by the right class, a label being the number of a class.
///
///     model.compile(optimizer: Adam(), loss: .sparseCategoricalCrossentropy)
///
/// After a final `softmax` it is computed from what went into the softmax. Probabilities from elsewhere are first kept
/// within 1e-7 … 1 − 1e-7, then divided by their sum. What a sigmoid gives is taken as such probabilities; Keras would take
/// what went into the sigmoid for what goes into a softmax.
public struct SparseCategoricalCrossentropy: Loss {
    public let name = "sparse_categorical_crossentropy"
    let fromLogits: Bool

    /// - Parameter fromLogits: whether the model ends without a softmax; where it ends with one, this changes nothing, as
    ///   in Keras.
    public init(fromLogits: Bool = false) {
        self.fromLogits = fromLogits
    }

    public var _fusedActivation: ActivationFunction? { .softmax }

    public func _targetKind(outputShape: Shape) -> TargetKind { .classes(outputShape.classCount(for: name)) }

    public func _evaluate(_ batch: LossBatch) -> Double {
        if batch.areLogits || fromLogits {
            return batch.measure(.classes(batch.width)) {
                nbrun_softmax_cross_entropy($0, 0, batch.areLogits ? 1 : 0)
            }
        }
        return (0..<batch.rows).reduce(0) { $0 + evaluate(row: $1, of: batch) }
    }

    /// With c, the row's probabilities within their bounds: log Σ c − log c(label).
    private func evaluate(row: Int, of batch: LossBatch) -> Double {
        let (probabilities, label) = (batch.prediction(row), Int(batch.labels[row]))
        let weight = batch.weights?[row] ?? 1
        let sum = probabilities.reduce(0) { $0 + Self.clipped($1) }
        if let gradient = batch.gradient.map({ $0 + row * batch.width }) {
            for (index, probability) in probabilities.enumerated() {
                let clipped = Self.clipped(probability)
                let slope = clipped == probability ? 1 / sum - (index == label ? 1 / clipped : 0) : 0
                gradient[index] = slope * weight / Float(batch.rows)
            }
        }
        return log(Double(sum) / Double(Self.clipped(probabilities[label]))) * Double(weight)
    }

    private static func clipped(_ probability: Float) -> Float { min(max(probability, 1e-7), 1 - 1e-7) }
}

extension Loss where Self == SparseCategoricalCrossentropy {
    /// Cross-entropy with class labels, after a softmax.
    public static var sparseCategoricalCrossentropy: SparseCategoricalCrossentropy { SparseCategoricalCrossentropy() }
}
