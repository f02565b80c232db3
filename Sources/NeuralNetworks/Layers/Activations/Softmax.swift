import Tensors

/// eˣ / Σ eˣ over the last axis, as a layer of its own.
///
///     Softmax()   // probabilities of the classes
public struct Softmax: Layer {
    public static let kind = "Softmax"

    public let name: String?
    public let inputShape: Shape?

    public init(inputShape: Shape? = nil, name: String? = nil) {
        self.inputShape = inputShape
        self.name = name
    }

    public func outputShape(at place: LayerPlace) -> Shape { place.activatedShape(by: .softmax) }

    public func _layOut(_ layout: LayerLayout) -> Signal { layout.activatedInput(by: .softmax) }
}
