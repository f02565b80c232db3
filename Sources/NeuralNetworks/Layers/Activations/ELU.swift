import Display
import Tensors

/// x of each element where it is positive, else α(eˣ − 1), as a layer of its own.
///
///     ELU()
public struct ELU: Layer {
    public static let kind = "ELU"

    public let name: String?
    public let inputShape: Shape?
    let alpha: Double

    /// - Parameter alpha: the α that very negative elements come near to, as −α.
    public init(alpha: Double = 1, inputShape: Shape? = nil, name: String? = nil) {
        demand(alpha.isFinite, "ELU: alpha must be finite, but is \(alpha)")
        self.alpha = alpha
        self.inputShape = inputShape
        self.name = name
    }

    private var function: ActivationFunction { .elu(alpha: alpha) }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape {
        try place.activatedShape(by: function)
    }

    public func _layOut(_ layout: LayerLayout) -> Signal { layout.activatedInput(by: function) }
}
