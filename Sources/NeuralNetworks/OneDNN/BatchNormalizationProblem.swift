internal import COneDNN

/// Images to be normalized channel by channel, from which oneDNN's operations for its two passes are made.
struct BatchNormalizationProblem {
    let data: MemoryDescriptor
    let epsilon: Float
    let hasScale: Bool
    let hasShift: Bool
    /// Whether mean and variance are inputs rather than results.
    let usesGivenStatistics: Bool

    func forward(isTraining: Bool) -> PrimitiveDescriptor {
        var operation = dnnl_batch_normalization_desc_t()
        var data = data.raw
        let kind = isTraining ? dnnl_forward_training : dnnl_forward_inference
        check(dnnl_batch_normalization_forward_desc_init(&operation, kind, &data, epsilon, flags))
        return PrimitiveDescriptor(operation)!
    }

    /// The gradients by scale and shift come with that by the data, also where nobody asks for them.
    func backward(hint: PrimitiveDescriptor) -> PrimitiveDescriptor {
        var operation = dnnl_batch_normalization_desc_t()
        var data = data.raw
        let kind = hasScale || hasShift ? dnnl_backward : dnnl_backward_data
        check(dnnl_batch_normalization_backward_desc_init(&operation, kind, &data, &data, epsilon, flags))
        return PrimitiveDescriptor(operation, hint: hint)!
    }

    private var flags: UInt32 {
        (usesGivenStatistics ? dnnl_use_global_stats.rawValue : 0) | (hasScale ? dnnl_use_scale.rawValue : 0)
            | (hasShift ? dnnl_use_shift.rawValue : 0)
    }
}
