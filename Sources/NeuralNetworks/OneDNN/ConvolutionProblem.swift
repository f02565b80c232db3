internal import COneDNN

/// Sizes and window of a convolution, or of a transposed one, from which oneDNN's operations for its three passes are made.
struct ConvolutionProblem {
    /// (batch, channels, height, width)
    let source: [Int]
    /// (filters, channels, height, width); where groups of channels go their own ways, (groups, filters of a group,
    /// channels of a group, height, width)
    let weights: [Int]
    let destination: [Int]
    let hasBias: Bool
    let strides: [Int]
    let dilation: [Int]
    /// Pixels around the image that the window moves over: the source, or the destination of a transposed convolution.
    let margins: (before: [Int], after: [Int])
    /// Whether the forward pass does what the backward pass of a convolution does with the data.
    var isTransposed = false

    /// Floating-point operations of a pass that is computed directly.
    var operations: Double {
        let places = isTransposed ? source : destination
        return 2 * Double(weights.reduce(1, *)) * Double(places.reduce(1, *) / places[1])
    }

    func forward(isTraining: Bool, isRectified: Bool) -> PrimitiveDescriptor {
        var operation = dnnl_convolution_desc_t()
        let status = withDescriptors { source, weights, bias, destination in
            let describe =
                isTransposed
                ? dnnl_dilated_deconvolution_forward_desc_init : dnnl_dilated_convolution_forward_desc_init
            return describe(
                &operation, isTraining ? dnnl_forward_training : dnnl_forward_inference, algorithm, source, weights,
                bias,
                destination, wide(strides), wideDilation, wide(margins.before), wide(margins.after))
        }
        check(status)
        return PrimitiveDescriptor(operation, isRectified: isRectified)!
    }

    func backwardData(hint: PrimitiveDescriptor) -> PrimitiveDescriptor {
        var operation = dnnl_convolution_desc_t()
        let status = withDescriptors { source, weights, _, destination in
            let describe =
                isTransposed
                ? dnnl_dilated_deconvolution_backward_data_desc_init : dnnl_dilated_convolution_backward_data_desc_init
            return describe(
                &operation, algorithm, source, weights, destination, wide(strides), wideDilation,
                wide(margins.before), wide(margins.after))
        }
        check(status)
        return PrimitiveDescriptor(operation, hint: hint)!
    }

    func backwardWeights(hint: PrimitiveDescriptor) -> PrimitiveDescriptor {
        var operation = dnnl_convolution_desc_t()
        let status = withDescriptors { source, weights, bias, destination in
            let describe =
                isTransposed
                ? dnnl_dilated_deconvolution_backward_weights_desc_init
                : dnnl_dilated_convolution_backward_weights_desc_init
            return describe(
                &operation, algorithm, source, weights, bias, destination, wide(strides), wideDilation,
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

    private var algorithm: dnnl_alg_kind_t { isTransposed ? dnnl_deconvolution_direct : dnnl_convolution_direct }

    /// oneDNN counts the pixels that are left out.
    private var wideDilation: [Int64] { dilation.map { Int64($0 - 1) } }

    private func wide(_ values: [Int]) -> [Int64] { values.map(Int64.init) }
}
