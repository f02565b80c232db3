import Display
import Tensors

/// A convolution in two steps, first of each channel alone, then of the channels of each pixel:
/// y[i, j, f] = b[f] + Σ p[c · m + q, f] · k[a, b, c, q] · x[i + a, j + b, c], with the depth multiplier m.
///
///     SeparableConv2D(filters: 64, kernelSize: 3, activation: .relu)   // (28, 28, 32) becomes (26, 26, 64)
///
/// It has fewer numbers than a ``Conv2D`` that makes images of the same shape. Its `depthwise_kernel` has the shape
/// (height, width, channels, m), its `pointwise_kernel` (1, 1, channels · m, filters), its `bias` (filters,).
public struct SeparableConv2D: Layer {
    public static let kind = "SeparableConv2D"

    public let name: String?
    public let inputShape: Shape?
    let filters: Int
    let window: WindowGeometry
    let depthMultiplier: Int
    let activation: ActivationFunction
    let usesBias: Bool
    let depthwiseInitializer: Initializer
    let pointwiseInitializer: Initializer
    let biasInitializer: Initializer
    let depthwiseRegularizer: Regularizer?
    let pointwiseRegularizer: Regularizer?
    let biasRegularizer: Regularizer?

    /// - Parameters:
    ///   - filters: how many channels the result has.
    ///   - kernelSize: height and width of each filter of the first step.
    ///   - strides: how far such a filter moves at a time.
    ///   - padding: what happens at the border.
    ///   - dilationRate: how far apart the pixels are that such a filter looks at.
    ///   - depthMultiplier: how many filters of the first step look at each channel.
    ///   - activation: the function that each result goes through.
    ///   - useBias: whether each filter of the second step adds a number of its own.
    ///   - depthwiseInitializer, pointwiseInitializer, biasInitializer: how the numbers begin.
    ///   - depthwiseRegularizer, pointwiseRegularizer, biasRegularizer: what large numbers add to the loss.
    ///   - inputShape: the shape of one image, where the layer is the first of a model.
    public init(
        filters: Int, kernelSize: IntOrPair, strides: IntOrPair = 1, padding: Padding = .valid,
        dilationRate: IntOrPair = 1, depthMultiplier: Int = 1, activation: ActivationFunction = .linear,
        useBias: Bool = true, depthwiseInitializer: Initializer = .glorotUniform,
        pointwiseInitializer: Initializer = .glorotUniform, biasInitializer: Initializer = .zeros,
        depthwiseRegularizer: Regularizer? = nil, pointwiseRegularizer: Regularizer? = nil,
        biasRegularizer: Regularizer? = nil, inputShape: Shape? = nil, name: String? = nil
    ) {
        demand(filters >= 1, "SeparableConv2D: filters must be at least 1, but is \(filters)")
        demand(
            depthMultiplier >= 1, "SeparableConv2D: depthMultiplier must be at least 1, but is \(depthMultiplier)")
        self.name = name
        self.inputShape = inputShape
        self.filters = filters
        window = WindowGeometry(
            kernelSize: kernelSize, strides: strides, dilationRate: dilationRate, padding: padding,
            layer: "SeparableConv2D")
        self.depthMultiplier = depthMultiplier
        self.activation = activation
        usesBias = useBias
        self.depthwiseInitializer = depthwiseInitializer
        self.pointwiseInitializer = pointwiseInitializer
        self.biasInitializer = biasInitializer
        self.depthwiseRegularizer = depthwiseRegularizer
        self.pointwiseRegularizer = pointwiseRegularizer
        self.biasRegularizer = biasRegularizer
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape {
        try place.expectImages(roomFor: window)
        return Shape(window.outputSizes(place.inputShape.sizes) + [filters])
    }

    public func _parameters(at place: LayerPlace) -> [ParameterDescription] {
        let channels = place.inputShape[2]
        let innerChannels = channels * depthMultiplier
        let depthwise = ParameterDescription(
            depthwiseKernel: "depthwise_kernel", of: window, channels: channels, multiplier: depthMultiplier,
            initializer: depthwiseInitializer, regularizer: depthwiseRegularizer)
        let pointwise = ParameterDescription(
            name: "pointwise_kernel", shape: [1, 1, innerChannels, filters], sizes: [filters, innerChannels, 1, 1],
            order: [2, 3, 1, 0], initializer: pointwiseInitializer, regularizer: pointwiseRegularizer,
            fans: (innerChannels, filters))
        let bias = ParameterDescription(
            name: "bias", count: filters, initializer: biasInitializer, regularizer: biasRegularizer)
        return usesBias ? [depthwise, pointwise, bias] : [depthwise, pointwise]
    }

    public func _layOut(_ layout: LayerLayout) -> Signal {
        let (output, channels) = (layout.node.outputShape, layout.input.shape[2] * depthMultiplier)
        let inner = ConvolutionLayout(
            layout, reading: layout.input, window: window, kernel: layout.parameter("depthwise_kernel")!,
            innerShape: [output[0], output[1], channels]
        ).layOut()
        let fusesActivation = activation == .relu
        let result = ConvolutionLayout(
            layout, reading: inner, window: .onePixel, kernel: layout.parameter("pointwise_kernel")!,
            bias: layout.parameter("bias"), isRectified: fusesActivation
        ).layOut()
        return fusesActivation ? result : layout.activated(result, by: activation)
    }
}
