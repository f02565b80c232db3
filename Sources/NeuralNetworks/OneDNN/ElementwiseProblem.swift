internal import COneDNN

/// A function of each element, from which oneDNN's operations for its two passes are made.
struct ElementwiseProblem {
    let layout: MemoryDescriptor
    private let forwardKind: dnnl_alg_kind_t
    private let backwardKind: dnnl_alg_kind_t
    private let alpha: Float
    private let beta: Float

    /// Nil for an activation that is not a function of single elements.
    init?(_ activation: ActivationFunction, layout: MemoryDescriptor) {
        guard let function = ElementwiseFunction(activation) else { return nil }
        self.layout = layout
        (forwardKind, backwardKind) = (function.forward, function.backward)
        (alpha, beta) = (function.alpha, function.beta)
    }

    /// scale · x + offset
    init(scale: Float, offset: Float, layout: MemoryDescriptor) {
        self.layout = layout
        (forwardKind, backwardKind) = (dnnl_eltwise_linear, dnnl_eltwise_linear)
        (alpha, beta) = (scale, offset)
    }

    /// Whether the way back starts from the results rather than from the values that went in.
    var needsResults: Bool { forwardKind != backwardKind }

    func forward(isTraining: Bool) -> PrimitiveDescriptor {
        var operation = dnnl_eltwise_desc_t()
        var data = layout.raw
        let kind = isTraining ? dnnl_forward_training : dnnl_forward_inference
        check(dnnl_eltwise_forward_desc_init(&operation, kind, forwardKind, &data, alpha, beta))
        return PrimitiveDescriptor(operation)!
    }

    func backward(hint: PrimitiveDescriptor) -> PrimitiveDescriptor {
        var operation = dnnl_eltwise_desc_t()
        var data = layout.raw
        check(dnnl_eltwise_backward_desc_init(&operation, backwardKind, &data, &data, alpha, beta))
        return PrimitiveDescriptor(operation, hint: hint)!
    }
}

/// oneDNN's name for an activation.
private struct ElementwiseFunction {
    let forward: dnnl_alg_kind_t
    let backward: dnnl_alg_kind_t
    var alpha: Float = 0
    var beta: Float = 0

    init?(_ activation: ActivationFunction) {
        switch activation {
        case .linear, .softmax: return nil
        case .relu: (forward, backward) = (dnnl_eltwise_relu, dnnl_eltwise_relu_use_dst_for_bwd)
        case .sigmoid: (forward, backward) = (dnnl_eltwise_logistic, dnnl_eltwise_logistic_use_dst_for_bwd)
        case .tanh: (forward, backward) = (dnnl_eltwise_tanh, dnnl_eltwise_tanh_use_dst_for_bwd)
        case .exponential: (forward, backward) = (dnnl_eltwise_exp, dnnl_eltwise_exp_use_dst_for_bwd)
        case .gelu: (forward, backward) = (dnnl_eltwise_gelu_erf, dnnl_eltwise_gelu_erf)
        case .softplus: (forward, backward) = (dnnl_eltwise_soft_relu, dnnl_eltwise_soft_relu)
        case .swish:
            (forward, backward) = (dnnl_eltwise_swish, dnnl_eltwise_swish)
            alpha = 1
        case .elu(let slope):
            (forward, backward) = (dnnl_eltwise_elu, dnnl_eltwise_elu)
            alpha = Float(slope)
        case .leakyReLU(let slope):
            (forward, backward) = (dnnl_eltwise_relu, dnnl_eltwise_relu)
            alpha = Float(slope)
        }
    }
}
