internal import COneDNN

/// Sizes of a dense layer, from which oneDNN's operations for its three passes are made.
struct InnerProductProblem {
    let rows: Int
    let inputs: Int
    let outputs: Int
    let hasBias: Bool

    var source: MemoryDescriptor { MemoryDescriptor(rowMajor: [rows, inputs]) }
    var destination: MemoryDescriptor { MemoryDescriptor(rowMajor: [rows, outputs]) }

    /// Floating-point operations of each pass.
    var operations: Double { 2 * Double(rows) * Double(inputs) * Double(outputs) }

    /// The layout that our own loops want weights in.
    var weightPanels: MemoryDescriptor { .outputPanels([outputs, inputs]) }

    /// Whether the weights fill their panels, and are more than a second cache holds.
    var hasLargePanels: Bool { inputs % 16 == 0 && outputs % 64 == 0 && inputs * outputs >= 1 << 20 }

    /// Whether oneDNN's own choice for the gradient with respect to the inputs, `brgemm_bwd_d`, would end the process.
    ///
    /// Where more than 1024 outputs fill blocks of 64, it wants several threads to add up a part of them each, in buffers of
    /// their own. Where one block holds all inputs (16 or fewer, or 32) and one pair of blocks all rows (128 or fewer), only
    /// one thread runs; it finds no buffer, and stores its sums at address 0. All releases from 2.6 to 3.3 do.
    var breaksBackwardData: Bool {
        Processor.hasWideVectors && rows <= 128 && (inputs <= 16 || inputs == 32)
            && outputs > 1024 && outputs % 64 == 0
    }

    /// Weights without blocks, which make oneDNN choose another kernel.
    var plainWeights: MemoryDescriptor { MemoryDescriptor(rowMajor: [outputs, inputs]) }

    func forward(isTraining: Bool, isRectified: Bool) -> PrimitiveDescriptor {
        var operation = dnnl_inner_product_desc_t()
        withDescriptors(MemoryDescriptor(any: [outputs, inputs])) { source, weights, bias, destination in
            check(
                dnnl_inner_product_forward_desc_init(
                    &operation, isTraining ? dnnl_forward_training : dnnl_forward_inference, source, weights, bias,
                    destination))
        }
        return PrimitiveDescriptor(operation, isRectified: isRectified)!
    }

    func backwardData(weights: MemoryDescriptor, hint: PrimitiveDescriptor) -> PrimitiveDescriptor {
        var operation = dnnl_inner_product_desc_t()
        withDescriptors(weights) { source, weights, _, destination in
            check(dnnl_inner_product_backward_data_desc_init(&operation, source, weights, destination))
        }
        return PrimitiveDescriptor(operation, hint: hint)!
    }

    func backwardWeights(weights: MemoryDescriptor, hint: PrimitiveDescriptor) -> PrimitiveDescriptor {
        var operation = dnnl_inner_product_desc_t()
        withDescriptors(weights) { source, weights, bias, destination in
            check(dnnl_inner_product_backward_weights_desc_init(&operation, source, weights, bias, destination))
        }
        return PrimitiveDescriptor(operation, hint: hint)!
    }

    private func withDescriptors(
        _ weights: MemoryDescriptor,
        _ body: (
            UnsafePointer<dnnl_memory_desc_t>, UnsafePointer<dnnl_memory_desc_t>, UnsafePointer<dnnl_memory_desc_t>?,
            UnsafePointer<dnnl_memory_desc_t>
        ) -> Void
    ) {
        var source = source.raw
        var weights = weights.raw
        var bias = MemoryDescriptor(rowMajor: [outputs]).raw
        var destination = destination.raw
        if hasBias { body(&source, &weights, &bias, &destination) } else { body(&source, &weights, nil, &destination) }
    }
}
