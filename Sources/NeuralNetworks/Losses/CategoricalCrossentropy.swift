internal import CKernels
import Tensors

/// −Σ t log p over the classes, where t is what each class's probability p should be, such as 1 for one of them.
///
///     model.compile(optimizer: Adam(), loss: .categoricalCrossentropy)
///     model.compile(optimizer: Adam(), loss: CategoricalCrossentropy(labelSmoothing: 0.1))
///
/// After a final `softmax` it is computed from what went into the softmax. Probabilities from elsewhere are first divided
/// by their sum and kept within 1e-7 … 1 − 1e-7. What a sigmoid gives is taken as such probabilities; Keras would take what
/// went into the sigmoid for what goes into a softmax.
public struct CategoricalCrossentropy: Loss {
    public let name = "categorical_crossentropy"
    let fromLogits: Bool
    let labelSmoothing: Double

    /// - Parameters:
    ///   - fromLogits: whether the model ends without a softmax; where it ends with one, this changes nothing, as in Keras.
    ///   - labelSmoothing: the part of the targets that is spread evenly over all classes.
    public init(fromLogits: Bool = false, labelSmoothing: Double = 0) {
        demandLabelSmoothing(labelSmoothing, "CategoricalCrossentropy")
        self.fromLogits = fromLogits
        self.labelSmoothing = labelSmoothing
    }

    public var _fusedActivation: ActivationFunction? { .softmax }

    public func _targetKind(outputShape: Shape) -> TargetKind { .numbers(outputShape.classCount(for: name)) }

    public func _evaluate(_ batch: LossBatch) -> Double {
        batch.measure(.numbers(batch.width)) { kernelBatch in
            batch.areLogits || fromLogits
                ? nbrun_softmax_cross_entropy(kernelBatch, Float(labelSmoothing), batch.areLogits ? 1 : 0)
                : nbrun_categorical_cross_entropy(kernelBatch, Float(labelSmoothing))
        }
    }
}

extension Loss where Self == CategoricalCrossentropy {
    /// Cross-entropy with a probability for each class as target, after a softmax.
    public static var categoricalCrossentropy: CategoricalCrossentropy { CategoricalCrossentropy() }
}
