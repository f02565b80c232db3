import Display
import Tensors

/// Each result is a weighted sum of all inputs: y = x · kernel + bias.
///
///     Dense(units: 10, activation: .softmax)
///
/// A vector of n numbers becomes one of `units`; of a larger shape, the last axis does. Its `kernel` has the shape
/// (n, units), its `bias` (units,).
public struct Dense: Layer {
    public static let kind = "Dense"

    public let name: String?
    public let inputShape: Shape?
    let units: Int
    let activation: ActivationFunction
    let usesBias: Bool
    let kernelInitializer: Initializer
    let biasInitializer: Initializer
    let kernelRegularizer: Regularizer?
    let biasRegularizer: Regularizer?

    /// - Parameters:
    ///   - units: how many results it gives.
    ///   - activation: the function that each result goes through.
    ///   - useBias: whether each result gets a number of its own added.
    ///   - kernelInitializer, biasInitializer: how the numbers begin.
    ///   - kernelRegularizer, biasRegularizer: what large numbers add to the loss.
    ///   - inputShape: the shape of one sample, where the layer is the first of a model.
    public init(
        units: Int, activation: ActivationFunction = .linear, useBias: Bool = true,
        kernelInitializer: Initializer = .glorotUniform, biasInitializer: Initializer = .zeros,
        kernelRegularizer: Regularizer? = nil, biasRegularizer: Regularizer? = nil, inputShape: Shape? = nil,
        name: String? = nil
    ) {
        demand(units >= 1, "Dense: units must be at least 1, but is \(units)")
        self.name = name
        self.inputShape = inputShape
        self.units = units
        self.activation = activation
        usesBias = useBias
        self.kernelInitializer = kernelInitializer
        self.biasInitializer = biasInitializer
        self.kernelRegularizer = kernelRegularizer
        self.biasRegularizer = biasRegularizer
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape {
        if place.inputShape.rank == 0 { throw place.refusal(expecting: "samples with at least one axis") }
        return Shape(place.inputShape.sizes.dropLast() + [units])
    }

    public func _parameters(at place: LayerPlace) -> [ParameterDescription] {
        let inputs = place.inputShape.sizes.last!
        let kernel = ParameterDescription(
            name: "kernel", shape: [inputs, units], sizes: [units, inputs], order: [1, 0],
            initializer: kernelInitializer,
            regularizer: kernelRegularizer, fans: (inputs, units))
        let bias = ParameterDescription(
            name: "bias", count: units, initializer: biasInitializer, regularizer: biasRegularizer)
        return usesBias ? [kernel, bias] : [kernel]
    }

    public func _layOut(_ layout: LayerLayout) -> Signal {
        let result = DenseLayout(layout, isRectified: activation == .relu).layOut()
        return activation == .relu ? result : layout.activated(result, by: activation)
    }
}
