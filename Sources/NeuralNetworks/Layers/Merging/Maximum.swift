import Tensors

/// The largest of its inputs, element by element: y = max xᵢ.
///
///     Maximum()([left, right])
///
/// Where several inputs are the largest, the gradient goes to the first of them, as in Keras.
public struct Maximum: Layer {
    public static let kind = "Maximum"

    public let name: String?
    public let _mergesInputs = true

    public init(name: String? = nil) {
        self.name = name
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape { try place.equalShapes() }

    public func _layOut(_ layout: LayerLayout) -> Signal { layout.folded(by: .maximum) }
}
