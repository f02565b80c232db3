import Tensors

/// The mean of its inputs, element by element: y = Σ xᵢ / n.
///
///     Average()([left, right])
public struct Average: Layer {
    public static let kind = "Average"

    public let name: String?
    public let _mergesInputs = true

    public init(name: String? = nil) {
        self.name = name
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape { try place.equalShapes() }

    public func _layOut(_ layout: LayerLayout) -> Signal {
        layout.weightedSum(layout.inputs.map { _ in 1 / Float(layout.inputs.count) })
    }
}
