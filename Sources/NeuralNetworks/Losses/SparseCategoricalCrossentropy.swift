internal import CKernels
import Glibc
import Tensors

/// −log p(label): how surprised the model is by the right class, a label being the number of a class.
///
///     model.compile(optimizer: Adam(), loss: .sparseCategoricalCrossentropy)
///
/// After a final `softmax` it is computed from what went into the softmax. Probabilities from elsewhere are first kept
/// within 1e-7 … 1 − 1e-7.
public struct SparseCategoricalCrossentropy: Loss {
    public let name = "sparse_categorical_crossentropy"
    let fromLogits: Bool

    /// - Parameter fromLogits: whether the model ends without a softmax.
    public init(fromLogits: Bool = false) {
        self.fromLogits = fromLogits
    }

    public var _fusedActivation: ActivationFunction? { fromLogits ? nil : .softmax }

    public func _targetKind(outputShape: Shape) -> TargetKind { .classes(outputShape.classCount(for: name)) }

    public func _evaluate(_ batch: LossBatch) -> Double {
        if batch.areLogits || fromLogits {
            return batch.measure(.classes(batch.width)) {
                nbrun_softmax_cross_entropy($0, 0, batch.areLogits ? 1 : 0)
            }
        }
        return (0..<batch.rows).reduce(0) { $0 + evaluate(row: $1, of: batch) }
    }

    private func evaluate(row: Int, of batch: LossBatch) -> Double {
        let (start, label) = (row * batch.width, Int(batch.labels[row]))
        let (probability, weight) = (batch.predictions[start + label], batch.weights?[row] ?? 1)
        let clipped = min(max(probability, 1e-7), 1 - 1e-7)
        if let gradient = batch.gradient {
            for index in 0..<batch.width { gradient[start + index] = 0 }
            if clipped == probability { gradient[start + label] = -weight / (clipped * Float(batch.rows)) }
        }
        return -log(Double(clipped)) * Double(weight)
    }
}

extension Loss where Self == SparseCategoricalCrossentropy {
    /// Cross-entropy with class labels, after a softmax.
    public static var sparseCategoricalCrossentropy: SparseCategoricalCrossentropy { SparseCategoricalCrossentropy() }
}
