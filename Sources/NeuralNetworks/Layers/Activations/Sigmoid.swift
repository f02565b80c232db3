import Tensors

/// 1 / (1 + e⁻ˣ) of each element, as a layer of its own.
///
///     Sigmoid()
public struct Sigmoid: Layer {
    public static let kind = "Sigmoid"

    public let name: String?
    public let inputShape: Shape?

    public init(inputShape: Shape? = nil, name: String? = nil) {
        self.inputShape = inputShape
        self.name = name
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape {
        try place.activatedShape(by: .sigmoid)
    }

    public func _layOut(_ layout: LayerLayout) -> Signal { layout.activatedInput(by: .sigmoid) }
}
