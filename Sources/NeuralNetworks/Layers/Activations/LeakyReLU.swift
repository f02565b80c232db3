import Display
import Tensors

/// x of each element where it is positive, else `negativeSlope` times x, as a layer of its own.
///
///     LeakyReLU()
public struct LeakyReLU: Layer {
    public static let kind = "LeakyReLU"

    public let name: String?
    public let inputShape: Shape?
    let negativeSlope: Double

    /// - Parameter negativeSlope: what a negative element is multiplied by.
    public init(negativeSlope: Double = 0.3, inputShape: Shape? = nil, name: String? = nil) {
        demand(
            negativeSlope >= 0 && negativeSlope.isFinite,
            "LeakyReLU: negativeSlope must be at least 0 and finite, but is \(negativeSlope)")
        self.negativeSlope = negativeSlope
        self.inputShape = inputShape
        self.name = name
    }

    private var function: ActivationFunction { .leakyReLU(alpha: negativeSlope) }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape {
        try place.activatedShape(by: function)
    }

    public func _layOut(_ layout: LayerLayout) -> Signal { layout.activatedInput(by: function) }
}
