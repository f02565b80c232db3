import Display
import Tensors

/// Learned filters that move over an image, of which each looks at one channel only:
/// y[i, j, c · m + q] = b[c · m + q] + Σ k[a, b, c, q] · x[i + a, j + b, c], with the depth multiplier m.
///
///     DepthwiseConv2D(kernelSize: 3, activation: .relu)   // (28, 28, 32) becomes (26, 26, 32)
///
/// An image of (height, width, channels) becomes one of (places, places, channels · m). Its `kernel` has the shape
/// (height, width, channels, m), its `bias` (channels · m,).
public struct DepthwiseConv2D: Layer {
    public static let kind = "DepthwiseConv2D"

    public let name: String?
    public let inputShape: Shape?
    let window: WindowGeometry
    let depthMultiplier: Int
    let activation: ActivationFunction
    let usesBias: Bool
    let depthwiseInitializer: Initializer
    let biasInitializer: Initializer
    let depthwiseRegularizer: Regularizer?
    let biasRegularizer: Regularizer?

    /// - Parameters:
    ///   - kernelSize: height and width of each filter.
    ///   - strides: how far a filter moves at a time.
    ///   - padding: what happens at the border.
    ///   - depthMultiplier: how many filters look at each channel.
    ///   - dilationRate: how far apart the pixels are that a filter looks at.
    ///   - activation: the function that each result goes through.
    ///   - useBias: whether each filter adds a number of its own.
    ///   - depthwiseInitializer, biasInitializer: how the numbers begin.
    ///   - depthwiseRegularizer, biasRegularizer: what large numbers add to the loss.
    ///   - inputShape: the shape of one image, where the layer is the first of a model.
    public init(
        kernelSize: IntOrPair, strides: IntOrPair = 1, padding: Padding = .valid, depthMultiplier: Int = 1,
        dilationRate: IntOrPair = 1, activation: ActivationFunction = .linear, useBias: Bool = true,
        depthwiseInitializer: Initializer = .glorotUniform, biasInitializer: Initializer = .zeros,
        depthwiseRegularizer: Regularizer? = nil, biasRegularizer: Regularizer? = nil, inputShape: Shape? = nil,
        name: String? = nil
    ) {
        demand(
            depthMultiplier >= 1, "DepthwiseConv2D: depthMultiplier must be at least 1, but is \(depthMultiplier)")
        self.name = name
        self.inputShape = inputShape
        window = WindowGeometry(
            kernelSize: kernelSize, strides: strides, dilationRate: dilationRate, padding: padding,
            layer: "DepthwiseConv2D")
        self.depthMultiplier = depthMultiplier
        self.activation = activation
        usesBias = useBias
        self.depthwiseInitializer = depthwiseInitializer
        self.biasInitializer = biasInitializer
        self.depthwiseRegularizer = depthwiseRegularizer
        self.biasRegularizer = biasRegularizer
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape {
        try place.expectImages(roomFor: window)
        return Shape(window.outputSizes(place.inputShape.sizes) + [place.inputShape[2] * depthMultiplier])
    }

    public func _parameters(at place: LayerPlace) -> [ParameterDescription] {
        let channels = place.inputShape[2]
        let kernel = ParameterDescription(
            depthwiseKernel: "kernel", of: window, channels: channels, multiplier: depthMultiplier,
            initializer: depthwiseInitializer, regularizer: depthwiseRegularizer)
        let bias = ParameterDescription(
            name: "bias", count: channels * depthMultiplier, initializer: biasInitializer, regularizer: biasRegularizer)
        return usesBias ? [kernel, bias] : [kernel]
    }

    public func _layOut(_ layout: LayerLayout) -> Signal {
        let fusesActivation = activation == .relu
        let result = ConvolutionLayout(layout, window: window, isRectified: fusesActivation).layOut()
        return fusesActivation ? result : layout.activated(result, by: activation)
    }
}

extension ParameterDescription {
    /// Filters that look at one channel each; memory counts the channels as groups of one channel.
    init(
        depthwiseKernel name: String, of window: WindowGeometry, channels: Int, multiplier: Int,
        initializer: Initializer, regularizer: Regularizer?
    ) {
        let size = window.size
        self.init(
            name: name, shape: [size.height, size.width, channels, multiplier],
            sizes: [channels, multiplier, 1, size.height, size.width], order: [3, 4, 0, 1, 2],
            initializer: initializer, regularizer: regularizer, fans: (size.area * channels, size.area * multiplier))
    }
}
