import Display
import Tensors

/// eˣ / Σ eˣ over one axis, as a layer of its own.
///
///     Softmax()   // probabilities of the classes
public struct Softmax: Layer {
    public static let kind = "Softmax"

    public let name: String?
    public let inputShape: Shape?
    let axis: Int

    /// - Parameter axis: the axis along which the results add up to 1: −1 is the last one, 0 would be the samples.
    public init(axis: Int = -1, inputShape: Shape? = nil, name: String? = nil) {
        demand(axis != 0, "Softmax: axis must not be 0, that of the samples")
        self.axis = axis
        self.inputShape = inputShape
        self.name = name
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape {
        if place.inputShape.position(ofAxis: axis) == nil {
            throw place.refusal(expecting: "samples that have axis \(axis)")
        }
        return place.inputShape
    }

    public func _layOut(_ layout: LayerLayout) -> Signal {
        let shape = layout.input.shape
        let position = shape.position(ofAxis: axis)!
        return position == shape.rank - 1
            ? layout.activatedInput(by: .softmax) : layout.softmax(of: layout.input, over: position)
    }
}
