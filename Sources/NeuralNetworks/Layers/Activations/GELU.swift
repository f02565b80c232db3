import Tensors

/// x Φ(x) of each element, with the normal distribution's Φ, as a layer of its own.
///
///     GELU()
public struct GELU: Layer {
    public static let kind = "GELU"

    public let name: String?
    public let inputShape: Shape?

    public init(inputShape: Shape? = nil, name: String? = nil) {
        self.inputShape = inputShape
        self.name = name
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape { try place.activatedShape(by: .gelu) }

    public func _layOut(_ layout: LayerLayout) -> Signal { layout.activatedInput(by: .gelu) }
}
