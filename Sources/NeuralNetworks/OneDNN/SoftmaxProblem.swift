internal import COneDNN

/// A softmax over the last axis of rows, from which oneDNN's operations for its two passes are made.
struct SoftmaxProblem {
    let rows: MemoryDescriptor

    func forward(isTraining: Bool) -> PrimitiveDescriptor {
        var operation = dnnl_softmax_v2_desc_t()
        var data = rows.raw
        let kind = isTraining ? dnnl_forward_training : dnnl_forward_inference
        check(dnnl_softmax_v2_forward_desc_init(&operation, kind, dnnl_softmax_accurate, &data, &data, 1))
        return PrimitiveDescriptor(operation)!
    }

    func backward(hint: PrimitiveDescriptor) -> PrimitiveDescriptor {
        var operation = dnnl_softmax_v2_desc_t()
        var data = rows.raw
        check(dnnl_softmax_v2_backward_desc_init(&operation, dnnl_softmax_accurate, &data, &data, &data, 1))
        return PrimitiveDescriptor(operation, hint: hint)!
    }
}
