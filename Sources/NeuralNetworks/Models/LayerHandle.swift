import Display
import Tensors

/// A layer in a model: what it is called, what it gives, and its numbers.
///
///     let layer = model["conv2d_1"]
///     layer.weights[0].shape    // (3, 3, 32, 64)
///     layer.isTrainable = false
public struct LayerHandle {
    let node: Node

    public var name: String { node.name }

    /// Its kind as a summary shows it, such as `Conv2D`.
    public var kind: String { type(of: node.layer).kind }

    /// The shape of what it makes of one sample.
    public var outputShape: Shape { node.outputShape }

    /// How many numbers it holds.
    public var parameterCount: Int { node.parameterCount }

    /// What it gives, to build other models from.
    ///
    ///     let inside = Model(inputs: model.input, outputs: model["conv2d_1"].output)
    public var output: SymbolicTensor { SymbolicTensor(node) }

    /// Keras's names of its weights, such as `kernel` and `bias`.
    public var weightNames: [String] { node.parameters.map(\.name) }

    /// Its numbers in Keras's shapes, in the order of ``weightNames``; others of the same shapes can take their place.
    public var weights: [Tensor] {
        get { node.parameters.map(\.value) }
        nonmutating set {
            demand(
                newValue.count == node.parameters.count,
                "\(name): weights must be \(expectedWeights), but \(newValue.count) \(newValue.count == 1 ? "was" : "were") given"
            )
            for (parameter, value) in zip(node.parameters, newValue) { node.write(value, to: parameter) }
        }
    }

    /// Whether a fit changes its numbers.
    ///
    /// It takes effect with the next `fit`, without another `compile`.
    public var isTrainable: Bool {
        get { node.isTrainable }
        nonmutating set { node.isTrainable = newValue }
    }

    private var expectedWeights: String {
        let shapes = node.parameters.map { "\($0.name) \($0.shape)" }.joined(separator: ", ")
        return node.parameters.isEmpty ? "0 tensors" : "\(node.parameters.count) tensors (\(shapes))"
    }
}

extension LayerHandle: CustomStringConvertible {
    /// `conv2d (Conv2D): (None, 26, 26, 32), 320 parameters`.
    public var description: String {
        let shape = (["None"] + outputShape.sizes.map(String.init)).joined(separator: ", ")
        return "\(name) (\(kind)): (\(shape)), \(NumberText.grouped(parameterCount)) parameters"
    }
}

extension LayerHandle: CustomReflectable {
    /// What `dump` tells below the description: the shapes of its weights.
    public var customMirror: Mirror {
        Mirror(self, children: node.parameters.map { ($0.name, $0.shape) }, displayStyle: .struct)
    }
}

extension Node {
    /// Gives a parameter other numbers; stops the cell where their shape is not its own.
    func write(_ value: Tensor, to parameter: Parameter) {
        demand(
            value.shape == parameter.shape,
            "\(name): \(parameter.name) must have the shape \(parameter.shape), but the tensor has \(value.shape)")
        parameter.value = value
    }
}
