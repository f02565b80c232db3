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

    public func outputShape(at place: LayerPlace) -> Shape {
        if place.inputShapes.count != 2 { place.refuse(expecting: "two inputs of the same shape") }
        return place.demandEqualShapes()
    }

    public func _layOut(_ layout: LayerLayout) -> Signal {
        layout.weightedSum([1, -1])
    }
}
