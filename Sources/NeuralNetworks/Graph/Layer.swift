import Tensors

/// One step on the way from a model's input to its output, such as ``Conv2D`` or ``Dropout``.
///
/// A layer is a description: it holds no weights, and takes no name until it joins a model. The same description may be
/// used in several places; each of them has weights of its own.
public protocol Layer: Sendable, CustomStringConvertible {
    /// What a summary calls this kind of layer, such as `Conv2D`.
    static var kind: String { get }

    /// The author's own name for the layer; nil for one such as `conv2d_1`.
    var name: String? { get }

    /// The shape of one sample, where the layer is the first of a model and the author gave it.
    var inputShape: Shape? { get }

    /// The shape of what the layer makes of one sample; throws where the inputs are not what it needs.
    func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape

    /// Whether it makes one thing of several inputs, as ``Add`` does.
    var _mergesInputs: Bool { get }

    /// The numbers that it learns there.
    func _parameters(at place: LayerPlace) -> [ParameterDescription]

    /// Lays out its commands in a plan.
    func _layOut(_ layout: LayerLayout) -> Signal
}

extension Layer {
    public var inputShape: Shape? { nil }
    public var _mergesInputs: Bool { false }
    public func _parameters(at place: LayerPlace) -> [ParameterDescription] { [] }

    public var description: String { name.map { "\(Self.kind) \"\($0)\"" } ?? Self.kind }
}

/// A layer's place in a model: what it is called there, and the shapes of the samples that it receives.
public struct LayerPlace {
    public let name: String
    public let inputShapes: [Shape]

    /// The shape that a layer with a single input receives.
    public var inputShape: Shape { inputShapes[0] }
}
