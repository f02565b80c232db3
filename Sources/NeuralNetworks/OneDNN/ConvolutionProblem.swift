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

    /// Floating-point operations of a pass that is computed directly.
    var operations: Double {
        2 * Double(weights.reduce(1, *)) * Double(destination.reduce(1, *) / destination[1])
    }

    func forward(isTraining: Bool, isRectified: Bool) -> PrimitiveDescriptor {
        var operation = dnnl_convolution_desc_t()
        let status = withDescriptors { source, weights, bias, destination in
            dnnl_dilated_convolution_forward_desc_init(
                &operation, isTraining ? dnnl_forward_training : dnnl_forward_inference, dnnl_convolution_direct,
                source,
                weights,
                bias, destination, wide(strides), wideDilation, wide(margins.before), wide(margins.after))
        }
        check(status)
        return PrimitiveDescriptor(operation, isRectified: isRectified)!
    }

    func backwardData(hint: PrimitiveDescriptor) -> PrimitiveDescriptor {
        var operation = dnnl_convolution_desc_t()
        let status = withDescriptors { source, weights, _, destination in
            dnnl_dilated_convolution_backward_data_desc_init(
                &operation, dnnl_convolution_direct, source, weights, destination, wide(strides), wideDilation,
                wide(margins.before), wide(margins.after))
        }
        check(status)
        return PrimitiveDescriptor(operation, hint: hint)!
    }

    func backwardWeights(hint: PrimitiveDescriptor) -> PrimitiveDescriptor {
        var operation = dnnl_convolution_desc_t()
        let status = withDescriptors { source, weights, bias, destination in
            dnnl_dilated_convolution_backward_weights_desc_init(
                &operation, dnnl_convolution_direct, source, weights, bias, destination, wide(strides), wideDilation,
                wide(margins.before), wide(margins.after))
        }
        check(status)
        return PrimitiveDescriptor(operation, hint: hint)!
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
