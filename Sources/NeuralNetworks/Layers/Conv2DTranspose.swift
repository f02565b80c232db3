import Display
import Tensors

/// What a convolution does with gradients, as a layer: each pixel of an image puts its own, weighted copy of each filter
/// into a larger image, y[i · s + a, j · s + b, f] = b[f] + Σ k[a, b, f, c] · x[i, j, c], with the stride s.
///
///     Conv2DTranspose(filters: 16, kernelSize: 3, strides: 2, padding: .same)   // (7, 7, 32) becomes (14, 14, 16)
///
/// An image of n × n pixels becomes one of (n − 1) · s + max(k, s), with a kernel of k × k; with `.same` padding one of
/// n · s, where the odd pixel is cut off at the bottom and right. Its `kernel` has the shape (height, width, filters,
/// channels), its `bias` (filters,).
public struct Conv2DTranspose: Layer {
    public static let kind = "Conv2DTranspose"

    public let name: String?
    public let inputShape: Shape?
    let filters: Int
    let geometry: TransposedGeometry
    let activation: ActivationFunction
    let usesBias: Bool
    let kernelInitializer: Initializer
    let biasInitializer: Initializer
    let kernelRegularizer: Regularizer?
    let biasRegularizer: Regularizer?

    /// - Parameters:
    ///   - filters: how many filters it learns.
    ///   - kernelSize: height and width of each.
    ///   - strides: how far apart the copies are that two neighbours make.
    ///   - padding: whether what reaches over the border is kept.
    ///   - outputPadding: how many rows and columns the result has beyond (n − 1) · s + k, or with `.same` padding beyond
    ///     (n − 1) · s, and one more where k is odd; fewer than strides; as many as make the sizes above, if left out.
    ///   - dilationRate: how far apart the pixels are that a filter reaches; only with strides of 1.
    ///   - activation: the function that each result goes through.
    ///   - useBias: whether each filter adds a number of its own.
    ///   - kernelInitializer, biasInitializer: how the numbers begin.
    ///   - kernelRegularizer, biasRegularizer: what large numbers add to the loss.
    ///   - inputShape: the shape of one image, where the layer is the first of a model.
    public init(
        filters: Int, kernelSize: IntOrPair, strides: IntOrPair = 1, padding: Padding = .valid,
        outputPadding: IntOrPair? = nil, dilationRate: IntOrPair = 1, activation: ActivationFunction = .linear,
        useBias: Bool = true, kernelInitializer: Initializer = .glorotUniform, biasInitializer: Initializer = .zeros,
        kernelRegularizer: Regularizer? = nil, biasRegularizer: Regularizer? = nil, inputShape: Shape? = nil,
        name: String? = nil
    ) {
        demand(filters >= 1, "Conv2DTranspose: filters must be at least 1, but is \(filters)")
        self.name = name
        self.inputShape = inputShape
        self.filters = filters
        geometry = TransposedGeometry(
            WindowGeometry(
                kernelSize: kernelSize, strides: strides, dilationRate: dilationRate, padding: padding,
                layer: "Conv2DTranspose"),
            outputPadding: outputPadding, layer: "Conv2DTranspose")
        self.activation = activation
        usesBias = useBias
        self.kernelInitializer = kernelInitializer
        self.biasInitializer = biasInitializer
        self.kernelRegularizer = kernelRegularizer
        self.biasRegularizer = biasRegularizer
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape {
        try place.expectImages()
        return Shape(geometry.outputSizes(place.inputShape.sizes) + [filters])
    }

    public func _parameters(at place: LayerPlace) -> [ParameterDescription] {
        let (size, channels) = (geometry.window.size, place.inputShape[2])
        let kernel = ParameterDescription(
            name: "kernel", shape: [size.height, size.width, filters, channels],
            sizes: [filters, channels, size.height, size.width], order: [2, 3, 0, 1], initializer: kernelInitializer,
            regularizer: kernelRegularizer, fans: (size.area * filters, size.area * channels))
        let bias = ParameterDescription(
            name: "bias", count: filters, initializer: biasInitializer, regularizer: biasRegularizer)
        return usesBias ? [kernel, bias] : [kernel]
    }

    public func _layOut(_ layout: LayerLayout) -> Signal {
        // oneDNN would apply a relu of the primitive's own element by element, by far the slower way.
        let result = ConvolutionLayout(layout, window: geometry.window, isTransposed: true).layOut()
        return layout.activated(result, by: activation)
    }
}
