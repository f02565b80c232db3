import Display
import Tensors

/// Brings the numbers of each sample to a mean of 0 and a variance of 1 along one or several axes, then to a scale and a
/// centre that are learned: y = γ (x − μ) / √(σ² + ε) + β.
///
///     Dense(units: 64)
///     LayerNormalization()
///     Activation(.relu)
///
/// Unlike ``BatchNormalization`` it looks at each sample alone, and does the same while the model learns and when it is
/// used. It has a `gamma` and a `beta` of the sizes of its axes.
public struct LayerNormalization: Layer {
    public static let kind = "LayerNormalization"

    public let name: String?
    public let inputShape: Shape?
    let axis: NormalizedAxes
    let epsilon: Double
    let centers: Bool
    let scales: Bool
    let betaInitializer: Initializer
    let gammaInitializer: Initializer
    let betaRegularizer: Regularizer?
    let gammaRegularizer: Regularizer?

    /// - Parameters:
    ///   - axis: along which axes numbers are normalized together: −1 is the last one, `[1, 2, 3]` a whole image.
    ///   - epsilon: what keeps the division from one by 0.
    ///   - center: whether β is added.
    ///   - scale: whether γ is multiplied by.
    ///   - betaInitializer, gammaInitializer: how β and γ begin.
    ///   - betaRegularizer, gammaRegularizer: what large numbers add to the loss.
    public init(
        axis: NormalizedAxes = -1, epsilon: Double = 0.001, center: Bool = true, scale: Bool = true,
        betaInitializer: Initializer = .zeros, gammaInitializer: Initializer = .ones,
        betaRegularizer: Regularizer? = nil, gammaRegularizer: Regularizer? = nil, inputShape: Shape? = nil,
        name: String? = nil
    ) {
        demandPositive(epsilon, "LayerNormalization: epsilon")
        self.axis = axis
        self.epsilon = epsilon
        centers = center
        scales = scale
        self.betaInitializer = betaInitializer
        self.gammaInitializer = gammaInitializer
        self.betaRegularizer = betaRegularizer
        self.gammaRegularizer = gammaRegularizer
        self.inputShape = inputShape
        self.name = name
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape {
        if positions(at: place) == nil {
            throw place.refusal(expecting: "samples that have \(axis.numbers.count == 1 ? "axis" : "the axes") \(axis)")
        }
        return place.inputShape
    }

    public func _parameters(at place: LayerPlace) -> [ParameterDescription] {
        let shape = Shape(positions(at: place)!.map { place.inputShape[$0] })
        let numbers = { (name: String, initializer: Initializer, regularizer: Regularizer?) in
            ParameterDescription(
                name: name, shape: shape, sizes: [shape.count], order: [0], initializer: initializer,
                regularizer: regularizer, fans: (shape.count, shape.count))
        }
        return (scales ? [numbers("gamma", gammaInitializer, gammaRegularizer)] : [])
            + (centers ? [numbers("beta", betaInitializer, betaRegularizer)] : [])
    }

    public func _layOut(_ layout: LayerLayout) -> Signal {
        LayerNormalizationLayout(layout, axes: positions(at: layout.node.place)!, epsilon: epsilon).layOut()
    }

    /// Nil where the samples do not have all the axes.
    private func positions(at place: LayerPlace) -> [Int]? { place.inputShape.positions(of: axis) }
}
