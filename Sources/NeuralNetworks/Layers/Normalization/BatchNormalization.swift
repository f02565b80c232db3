import Display
import Tensors

/// Brings each channel to a mean of 0 and a variance of 1 over the batch, then to a scale and a centre that are learned:
/// y = γ (x − μ) / √(σ² + ε) + β.
///
///     Conv2D(filters: 32, kernelSize: 3, useBias: false)
///     BatchNormalization()
///     Activation(.relu)
///
/// While the model learns, μ and σ² are those of the batch, and moving averages follow them; when the model is used, or the
/// layer is frozen, the moving averages take their place. It has a `gamma`, a `beta`, a `moving_mean` and a
/// `moving_variance` for each channel, of which the optimizer moves the first two.
public struct BatchNormalization: Layer {
    public static let kind = "BatchNormalization"

    public let name: String?
    public let inputShape: Shape?
    let momentum: Double
    let epsilon: Double
    let centers: Bool
    let scales: Bool

    /// - Parameters:
    ///   - momentum: how much of a moving average stays in each step.
    ///   - epsilon: what keeps the division from one by 0.
    ///   - center: whether β is added.
    ///   - scale: whether γ is multiplied by.
    public init(
        momentum: Double = 0.99, epsilon: Double = 0.001, center: Bool = true, scale: Bool = true,
        inputShape: Shape? = nil, name: String? = nil
    ) {
        demand(
            (0...1).contains(momentum),
            "BatchNormalization: momentum must be in 0...1, but is \(NumberText.short(momentum))")
        demandPositive(epsilon, "BatchNormalization: epsilon")
        self.momentum = momentum
        self.epsilon = epsilon
        centers = center
        scales = scale
        self.inputShape = inputShape
        self.name = name
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape {
        if place.inputShape.rank == 0 { throw place.refusal(expecting: "samples with at least one axis") }
        return place.inputShape
    }

    public func _parameters(at place: LayerPlace) -> [ParameterDescription] {
        let channels = place.inputShape.sizes.last!
        var parameters: [ParameterDescription] = []
        if scales { parameters.append(ParameterDescription(name: "gamma", count: channels, initializer: .ones)) }
        if centers { parameters.append(ParameterDescription(name: "beta", count: channels, initializer: .zeros)) }
        return parameters + [
            ParameterDescription(name: "moving_mean", count: channels, initializer: .zeros, isTrainable: false),
            ParameterDescription(name: "moving_variance", count: channels, initializer: .ones, isTrainable: false),
        ]
    }

    public func _layOut(_ layout: LayerLayout) -> Signal {
        BatchNormalizationLayout(layout, momentum: momentum, epsilon: epsilon).layOut()
    }
}
