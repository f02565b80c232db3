import Tensors

/// The difference of its two inputs, element by element: y = x₀ − x₁.
///
///     Subtract()([left, right])
public struct Subtract: Layer {
    public static let kind = "Subtract"

    public let name: String?
    public let _mergesInputs = true

    public init(name: String? = nil) {
        self.name = name
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape {
        if place.inputShapes.count != 2 { throw place.refusal(expecting: "two inputs of the same shape") }
        return try place.equalShapes()
    }

    public func _layOut(_ layout: LayerLayout) -> Signal {
        layout.weightedSum([1, -1])
    }
}
