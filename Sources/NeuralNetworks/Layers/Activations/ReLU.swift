import Display
import Tensors

/// x of each element where it is positive, else 0, or `negativeSlope` times x, as a layer of its own.
///
///     ReLU()
public struct ReLU: Layer {
    public static let kind = "ReLU"

    public let name: String?
    public let inputShape: Shape?
    let negativeSlope: Double

    /// - Parameter negativeSlope: what a negative element is multiplied by.
    public init(negativeSlope: Double = 0, inputShape: Shape? = nil, name: String? = nil) {
        demand(
            negativeSlope >= 0 && negativeSlope.isFinite,
            "ReLU: negativeSlope must be at least 0 and finite, but is \(negativeSlope)")
        self.negativeSlope = negativeSlope
        self.inputShape = inputShape
        self.name = name
    }

    private var function: ActivationFunction { negativeSlope == 0 ? .relu : .leakyReLU(alpha: negativeSlope) }

    public func outputShape(at place: LayerPlace) -> Shape { place.activatedShape(by: function) }

    public func _layOut(_ layout: LayerLayout) -> Signal { layout.activatedInput(by: function) }
}
