import Display
import Tensors

/// Learned filters that move over an image: y[i, j, f] = b[f] + Σ k[a, b, c, f] · x[i + a, j + b, c].
///
///     Conv2D(filters: 64, kernelSize: (3, 3), activation: .relu)
///
/// An image of (height, width, channels) becomes one of (places, places, filters). Its `kernel` has the shape
/// (height, width, channels, filters), its `bias` (filters,).
public struct Conv2D: Layer {
    public static let kind = "Conv2D"

    public let name: String?
    public let inputShape: Shape?
    let filters: Int
    let window: WindowGeometry
    let activation: ActivationFunction
    let usesBias: Bool
    let kernelInitializer: Initializer
    let biasInitializer: Initializer
    let kernelRegularizer: Regularizer?
    let biasRegularizer: Regularizer?

    /// - Parameters:
    ///   - filters: how many filters it learns.
    ///   - kernelSize: height and width of each.
    ///   - strides: how far a filter moves at a time.
    ///   - padding: what happens at the border.
    ///   - dilationRate: how far apart the pixels are that a filter looks at.
    ///   - activation: the function that each result goes through.
    ///   - useBias: whether each filter adds a number of its own.
    ///   - kernelInitializer, biasInitializer: how the numbers begin.
    ///   - kernelRegularizer, biasRegularizer: what large numbers add to the loss.
    ///   - inputShape: the shape of one image, where the layer is the first of a model.
    public init(
        filters: Int, kernelSize: IntOrPair, strides: IntOrPair = 1, padding: Padding = .valid,
        dilationRate: IntOrPair = 1, activation: ActivationFunction = .linear, useBias: Bool = true,
        kernelInitializer: Initializer = .glorotUniform, biasInitializer: Initializer = .zeros,
        kernelRegularizer: Regularizer? = nil, biasRegularizer: Regularizer? = nil, inputShape: Shape? = nil,
        name: String? = nil
    ) {
        demand(filters >= 1, "Conv2D: filters must be at least 1, but is \(filters)")
        self.name = name
        self.inputShape = inputShape
        self.filters = filters
        window = WindowGeometry(
            kernelSize: kernelSize, strides: strides, dilationRate: dilationRate, padding: padding, layer: "Conv2D")
        self.activation = activation
        usesBias = useBias
        self.kernelInitializer = kernelInitializer
        self.biasInitializer = biasInitializer
        self.kernelRegularizer = kernelRegularizer
        self.biasRegularizer = biasRegularizer
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape {
        try place.expectImages(roomFor: window)
        return Shape(window.outputSizes(place.inputShape.sizes) + [filters])
    }

    public func _parameters(at place: LayerPlace) -> [ParameterDescription] {
        let (height, width, channels) = (window.size.height, window.size.width, place.inputShape[2])
        let kernel = ParameterDescription(
            name: "kernel", shape: [height, width, channels, filters],
            sizes: [filters, channels, height, width], order: [2, 3, 1, 0], initializer: kernelInitializer,
            regularizer: kernelRegularizer,
            fans: (window.size.area * channels, window.size.area * filters))
        let bias = ParameterDescription(
            name: "bias", count: filters, initializer: biasInitializer, regularizer: biasRegularizer)
        return usesBias ? [kernel, bias] : [kernel]
    }

    public func _layOut(_ layout: LayerLayout) -> Signal {
        let fusesActivation = activation == .relu
        let result = ConvolutionLayout(
            layout, window: window, isRectified: fusesActivation, mayPool: fusesActivation || activation == .linear
        ).layOut()
        return fusesActivation ? result : layout.activated(result, by: activation)
    }
}
