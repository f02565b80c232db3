import Display
import Tensors

/// Brings numbers to another range: y = scale · x + offset.
///
///     Rescaling(scale: 1 / 127.5, offset: -1)   // 0...255 becomes -1...1
public struct Rescaling: Layer {
    public static let kind = "Rescaling"

    public let name: String?
    public let inputShape: Shape?
    let scale: Double
    let offset: Double

    /// - Parameters:
    ///   - scale: what each number is multiplied by.
    ///   - offset: what is added then.
    public init(scale: Double, offset: Double = 0, inputShape: Shape? = nil, name: String? = nil) {
        demand(scale.isFinite, "Rescaling: scale must be finite, but is \(scale)")
        demand(offset.isFinite, "Rescaling: offset must be finite, but is \(offset)")
        self.scale = scale
        self.offset = offset
        self.inputShape = inputShape
        self.name = name
    }

    public func outputShape(at place: LayerPlace) -> Shape { place.inputShape }

    public func _layOut(_ layout: LayerLayout) -> Signal {
        let problem = ElementwiseProblem(
            scale: Float(scale), offset: Float(offset), layout: layout.input.memory.layout)
        return layout.elementwise(problem, of: layout.input)
    }
}
