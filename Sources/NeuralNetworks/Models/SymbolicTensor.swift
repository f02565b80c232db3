import Display
import Tensors

/// What a layer will make of a sample: it has a shape, and numbers only when a model runs.
///
///     let input = Input(shape: [28, 28, 1])
///     let x = Conv2D(filters: 32, kernelSize: 3, activation: .relu)(input)
///     x.shape   // (26, 26, 32)
///
/// See ``Model/init(inputs:outputs:name:)`` for what can be built from it.
public struct SymbolicTensor {
    let node: Node

    init(_ node: Node) {
        self.node = node
    }

    /// Where samples of this shape enter a model; an author calls it ``Input``.
    public init(shape: Shape, name: String? = nil) {
        demand(
            shape.sizes.allSatisfy { $0 > 0 }, "Input: the sizes of shape must be at least 1, but the shape is \(shape)"
        )
        node = Node(inputOf: shape, named: name ?? LayerNames.session.nextInput())
    }

    /// The shape of one sample.
    public var shape: Shape { node.outputShape }
}

extension SymbolicTensor: CustomStringConvertible {
    /// `conv2d: (None, 26, 26, 32)`.
    public var description: String {
        "\(node.name): (\((["None"] + shape.sizes.map(String.init)).joined(separator: ", ")))"
    }
}

/// Where samples enter a model that is built by calling layers.
///
///     let input = Input(shape: [28, 28, 1])
public typealias Input = SymbolicTensor

extension Layer {
    /// Puts the layer behind others: here it takes its name, checks the shapes that it receives, and gets weights of its
    /// own. A description that is called twice makes two layers.
    ///
    ///     let x = Dense(units: 10)(input)
    ///     let sum = Add()(x, shortcut)
    public func callAsFunction(_ inputs: SymbolicTensor...) -> SymbolicTensor { self(inputs) }

    /// Puts the layer behind several others, as Keras writes it.
    ///
    ///     let sum = Add()([x, shortcut])
    public func callAsFunction(_ inputs: [SymbolicTensor]) -> SymbolicTensor {
        let name = LayerNames.session.claim(self)
        demand(!inputs.isEmpty, "\(name): expected an input, but received none")
        demand(
            inputs.count == 1 || _mergesInputs,
            "\(name): expected one input, but received \(inputs.count): \(inputs.map(\.node.name).joined(separator: ", "))"
        )
        return SymbolicTensor(Node(self, named: name, reading: inputs.map(\.node)))
    }
}
