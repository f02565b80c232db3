import Tensors

/// x / (1 + e⁻ˣ) of each element, as a layer of its own.
///
///     Swish()
public struct Swish: Layer {
    public static let kind = "Swish"

    public let name: String?
    public let inputShape: Shape?

    public init(inputShape: Shape? = nil, name: String? = nil) {
        self.inputShape = inputShape
        self.name = name
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape { try place.activatedShape(by: .swish) }

    public func _layOut(_ layout: LayerLayout) -> Signal { layout.activatedInput(by: .swish) }
}
