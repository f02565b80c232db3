import Tensors

/// The smallest of its inputs, element by element: y = min xᵢ.
///
///     Minimum()([left, right])
///
/// Where several inputs are the smallest, the gradient goes to the first of them, as in Keras.
public struct Minimum: Layer {
    public static let kind = "Minimum"

    public let name: String?
    public let _mergesInputs = true

    public init(name: String? = nil) {
        self.name = name
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape { try place.equalShapes() }

    public func _layOut(_ layout: LayerLayout) -> Signal { layout.folded(by: .minimum) }
}
