import Display
import Tensors

/// Its inputs one after another along one axis; the other axes must agree.
///
///     Concatenate()([left, right])   // (14, 14, 32) and (14, 14, 64) become (14, 14, 96)
public struct Concatenate: Layer {
    public static let kind = "Concatenate"

    public let name: String?
    public let _mergesInputs = true
    let axis: Int

    /// - Parameter axis: the axis along which they follow one another: −1 is the last one, 0 would be the samples.
    public init(axis: Int = -1, name: String? = nil) {
        demand(axis != 0, "Concatenate: axis must not be 0, that of the samples")
        self.axis = axis
        self.name = name
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape {
        let shapes = place.inputShapes
        guard shapes.count >= 2, let axis = place.inputShape.position(ofAxis: axis),
            Set(shapes.map { $0.sizes.enumerated().map { $0 == axis ? 0 : $1 } }).count == 1
        else {
            throw place.refusal(
                expecting: "at least two inputs that have axis \(self.axis) and agree in all other axes")
        }
        var sizes = place.inputShape.sizes
        sizes[axis] = shapes.reduce(0) { $0 + $1.sizes[axis] }
        return Shape(sizes)
    }

    public func _layOut(_ layout: LayerLayout) -> Signal {
        let axis = layout.input.shape.position(ofAxis: axis)!
        return ConcatenationLayout(layout: layout, axis: MemoryDescriptor.axis(axis, of: layout.input.shape)).layOut()
    }
}
