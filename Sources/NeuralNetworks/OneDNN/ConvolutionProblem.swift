internal import COneDNN

/// Sizes and window of a convolution, from which oneDNN's operations for its three passes are made.
struct ConvolutionProblem {
    /// (batch, channels, height, width)
    let source: [Int]
    /// (filters, channels, height, width)
    let weights: [Int]
    let destination: [Int]
    let hasBias: Bool
    let strides: [Int]
    let dilation: [Int]
    let margins: (before: [Int], after: [Int])

    enum Algorithm {
        case direct, winograd
    }

    func forward(_ algorithm: Algorithm, isTraining: Bool, isRectified: Bool) -> PrimitiveDescriptor? {
        var operation = dnnl_convolution_desc_t()
        let status = withDescriptors { source, weights, bias, destination in
            dnnl_dilated_convolution_forward_desc_init(
                &operation, isTraining ? dnnl_forward_training : dnnl_forward_inference, algorithm.kind, source,
                weights,
                bias, destination, wide(strides), wideDilation, wide(margins.before), wide(margins.after))
        }
        check(status)
        return PrimitiveDescriptor(operation, isRectified: isRectified)
    }

    func backwardData(_ algorithm: Algorithm, hint: PrimitiveDescriptor) -> PrimitiveDescriptor? {
        var operation = dnnl_convolution_desc_t()
        let status = withDescriptors { source, weights, _, destination in
            dnnl_dilated_convolution_backward_data_desc_init(
                &operation, algorithm.kind, source, weights, destination, wide(strides), wideDilation,
                wide(margins.before), wide(margins.after))
        }
        check(status)
        return PrimitiveDescriptor(operation, hint: hint)
    }

    func backwardWeights(_ algorithm: Algorithm, hint: PrimitiveDescriptor) -> PrimitiveDescriptor? {
        var operation = dnnl_convolution_desc_t()
        let status = withDescriptors { source, weights, bias, destination in
            dnnl_dilated_convolution_backward_weights_desc_init(
                &operation, algorithm.kind, source, weights, bias, destination, wide(strides), wideDilation,
                wide(margins.before), wide(margins.after))
        }
        check(status)
        return PrimitiveDescriptor(operation, hint: hint)
    }

    private func withDescriptors<Result>(
        _ body: (
            UnsafePointer<dnnl_memory_desc_t>, UnsafePointer<dnnl_memory_desc_t>, UnsafePointer<dnnl_memory_desc_t>?,
            UnsafePointer<dnnl_memory_desc_t>
        ) -> Result
    ) -> Result {
        var source = MemoryDescriptor(any: source).raw
        var weights = MemoryDescriptor(any: weights).raw
        var bias = MemoryDescriptor(rowMajor: [destination[1]]).raw
        var destination = MemoryDescriptor(any: destination).raw
        guard hasBias else { return body(&source, &weights, nil, &destination) }
        return body(&source, &weights, &bias, &destination)
    }

    /// oneDNN counts the pixels that are left out.
    private var wideDilation: [Int64] { dilation.map { Int64($0 - 1) } }

    private func wide(_ values: [Int]) -> [Int64] { values.map(Int64.init) }
}

extension ConvolutionProblem.Algorithm {
    fileprivate var kind: dnnl_alg_kind_t {
        switch self {
        case .direct: dnnl_convolution_direct
        case .winograd: dnnl_convolution_winograd
        }
    }
}
