import Tensors

/// The sum of its inputs, element by element: y = Σ xᵢ. It lets a residual block go around its convolutions.
///
///     Add()([block, shortcut])
public struct Add: Layer {
    public static let kind = "Add"

    public let name: String?
    public let _mergesInputs = true

    public init(name: String? = nil) {
        self.name = name
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape { try place.equalShapes() }

    public func _layOut(_ layout: LayerLayout) -> Signal {
        layout.weightedSum(layout.inputs.map { _ in 1 })
    }
}
