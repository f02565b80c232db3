internal import COneDNN

/// Sizes and window of a pooling, from which oneDNN's operations for its two passes are made.
struct PoolingProblem {
    enum Algorithm {
        case maximum, average
    }

    let algorithm: Algorithm
    let source: MemoryDescriptor
    /// (batch, channels, height, width)
    let destination: [Int]
    let window: [Int]
    let strides: [Int]
    let margins: (before: [Int], after: [Int])

    func forward(isTraining: Bool) -> PrimitiveDescriptor {
        var operation = dnnl_pooling_desc_t()
        var source = source.raw
        var destination = MemoryDescriptor(any: destination).raw
        check(
            dnnl_pooling_forward_desc_init(
                &operation, isTraining ? dnnl_forward_training : dnnl_forward_inference, algorithm.kind, &source,
                &destination, wide(strides), wide(window), wide(margins.before), wide(margins.after)))
        return PrimitiveDescriptor(operation)!
    }

    func backward(hint: PrimitiveDescriptor) -> PrimitiveDescriptor {
        var operation = dnnl_pooling_desc_t()
        var source = source.raw
        var destination = hint.destination.raw
        check(
            dnnl_pooling_backward_desc_init(
                &operation, algorithm.kind, &source, &destination, wide(strides), wide(window), wide(margins.before),
                wide(margins.after)))
        return PrimitiveDescriptor(operation, hint: hint)!
    }

    private func wide(_ values: [Int]) -> [Int64] { values.map(Int64.init) }
}

extension PoolingProblem.Algorithm {
    fileprivate var kind: dnnl_alg_kind_t {
        switch self {
        case .maximum: dnnl_pooling_max
        case .average: dnnl_pooling_avg_exclude_padding
        }
    }
}
