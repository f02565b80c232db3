internal import COneDNN

/// Rows to be normalized one by one, from which oneDNN's operations for its two passes are made.
struct LayerNormalizationProblem {
    let rows: MemoryDescriptor
    let epsilon: Float
    let hasScale: Bool
    let hasShift: Bool

    func forward(isTraining: Bool) -> PrimitiveDescriptor {
        var operation = dnnl_layer_normalization_desc_t()
        var data = rows.raw
        let kind = isTraining ? dnnl_forward_training : dnnl_forward_inference
        check(dnnl_layer_normalization_forward_desc_init(&operation, kind, &data, nil, epsilon, flags))
        return PrimitiveDescriptor(operation)!
    }

    /// The gradients by scale and shift come with that by the data, also where nobody asks for them.
    func backward(hint: PrimitiveDescriptor) -> PrimitiveDescriptor {
        var operation = dnnl_layer_normalization_desc_t()
        var data = rows.raw
        let kind = hasScale || hasShift ? dnnl_backward : dnnl_backward_data
        check(dnnl_layer_normalization_backward_desc_init(&operation, kind, &data, &data, nil, epsilon, flags))
        return PrimitiveDescriptor(operation, hint: hint)!
    }

    private var flags: UInt32 {
        (hasScale ? dnnl_use_scale.rawValue : 0) | (hasShift ? dnnl_use_shift.rawValue : 0)
    }
}
