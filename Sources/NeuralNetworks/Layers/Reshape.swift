import Display
import Tensors

/// Gives the numbers of a sample another shape, in the same order.
///
///     Reshape(targetShape: [7, 7, -1])   // (1568,) becomes (7, 7, 32)
public struct Reshape: Layer {
    public static let kind = "Reshape"

    public let name: String?
    public let inputShape: Shape?
    let targetShape: [Int]

    /// - Parameter targetShape: the sizes of one sample's axes; one of them may be -1, and is as large as it has to be.
    public init(targetShape: [Int], inputShape: Shape? = nil, name: String? = nil) {
        let isShape = targetShape.allSatisfy { $0 == -1 || $0 >= 1 } && targetShape.count { $0 == -1 } <= 1
        demand(
            isShape, "Reshape: targetShape must have sizes of at least 1, or one of -1, but is \(targetShape)")
        self.targetShape = targetShape
        self.inputShape = inputShape
        self.name = name
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape {
        let count = place.inputShape.count
        let known = targetShape.reduce(1) { $1 == -1 ? $0 : $0.multipliedReportingOverflow(by: $1).partialValue }
        let fits = known > 0 && (targetShape.contains(-1) ? count % known == 0 : count == known)
        if !fits { throw place.refusal(expecting: "a sample that fills the shape \(targetShape)") }
        return Shape(targetShape.map { $0 == -1 ? count / known : $0 })
    }

    public func _layOut(_ layout: LayerLayout) -> Signal {
        let (input, builder, name) = (layout.input, layout.builder, layout.node.name)
        let reshaped = MemoryDescriptor.plain(layout.node.outputShape, batchSize: builder.batchSize)
        let output = layout.derived(
            from: input, builder.reorder(input.memory, to: input.plainLayout, for: name).reinterpreted(as: reshaped))
        layout.onWayBack(from: output) { gradient in
            let gradient = builder.reorder(gradient, to: reshaped, for: name)
            layout.contribute(gradient.reinterpreted(as: input.plainLayout), to: input)
        }
        return output
    }
}
