import Tensors

/// (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ) of each element, as a layer of its own.
///
///     Tanh()
public struct Tanh: Layer {
    public static let kind = "Tanh"

    public let name: String?
    public let inputShape: Shape?

    public init(inputShape: Shape? = nil, name: String? = nil) {
        self.inputShape = inputShape
        self.name = name
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape { try place.activatedShape(by: .tanh) }

    public func _layOut(_ layout: LayerLayout) -> Signal { layout.activatedInput(by: .tanh) }
}
