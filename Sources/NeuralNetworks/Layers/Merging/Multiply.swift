import Tensors

/// The product of its inputs, element by element: y = Π xᵢ.
///
///     Multiply()([left, right])
public struct Multiply: Layer {
    public static let kind = "Multiply"

    public let name: String?
    public let _mergesInputs = true

    public init(name: String? = nil) {
        self.name = name
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape { try place.equalShapes() }

    public func _layOut(_ layout: LayerLayout) -> Signal { layout.folded(by: .product) }
}
