internal import CKernels
import Tensors

/// The mean of −t log p − (1 − t) log(1 − p) over all numbers p of a prediction, where t is 1 for yes and 0 for no.
///
///     model.compile(optimizer: Adam(), loss: .binaryCrossentropy, metrics: [.accuracy])
///
/// After a final `sigmoid` it is computed from what went into the sigmoid. Probabilities from elsewhere are first kept
/// within 1e-7 … 1 − 1e-7. What a softmax gives is taken as such probabilities; Keras would take what went into the softmax
/// for what goes into a sigmoid.
public struct BinaryCrossentropy: Loss {
    public let name = "binary_crossentropy"
    let fromLogits: Bool
    let labelSmoothing: Double

    /// - Parameters:
    ///   - fromLogits: whether the model ends without a sigmoid; where it ends with one, this changes nothing, as in Keras.
    ///   - labelSmoothing: how far targets are moved towards ½: they become t (1 − labelSmoothing) + labelSmoothing / 2.
    public init(fromLogits: Bool = false, labelSmoothing: Double = 0) {
        demandLabelSmoothing(labelSmoothing, "BinaryCrossentropy")
        self.fromLogits = fromLogits
        self.labelSmoothing = labelSmoothing
    }

    public var _fusedActivation: ActivationFunction? { .sigmoid }

    public func _evaluate(_ batch: LossBatch) -> Double {
        batch.measure(.numbers(batch.width)) { kernelBatch in
            batch.areLogits || fromLogits
                ? nbrun_sigmoid_cross_entropy(kernelBatch, Float(labelSmoothing), batch.areLogits ? 1 : 0)
                : nbrun_binary_cross_entropy(kernelBatch, Float(labelSmoothing))
        }
    }
}

extension Loss where Self == BinaryCrossentropy {
    /// Cross-entropy with a yes or no for each number, after a sigmoid.
    public static var binaryCrossentropy: BinaryCrossentropy { BinaryCrossentropy() }
}
