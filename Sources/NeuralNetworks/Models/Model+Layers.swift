import Display
import Tensors

extension Model {
    /// The layers, as ``summary()`` lists them.
    public var layers: LayerHandles { LayerHandles(modelName: name, nodes: Array(builtNodes(for: "layers"))) }

    /// The layer of this name; stops the cell where there is none.
    ///
    ///     model["conv2d_1"].weights[0].shape   // (3, 3, 32, 64)
    public subscript(name: String) -> LayerHandle { layers[name] }

    /// The layer of this name; stops the cell where there is none.
    public func layer(_ name: String) -> LayerHandle { layers[name] }

    /// Where samples enter the model, to build others from its layers.
    public var input: SymbolicTensor { SymbolicTensor(builtGraph(for: "input").nodes[0]) }

    /// What the model gives, to put further layers behind it.
    ///
    ///     let larger = Model(inputs: base.input, outputs: Dense(units: 10)(base.output))
    public var output: SymbolicTensor { SymbolicTensor(builtGraph(for: "output").nodes.last!) }

    /// How many numbers all layers hold.
    public var parameterCount: Int { builtGraph(for: "parameterCount").nodes.reduce(0) { $0 + $1.parameterCount } }

    /// The numbers of all layers, in the order of the layers, in Keras's shapes.
    ///
    ///     let best = model.weights
    ///     model.fit(x, y)
    ///     model.weights = best
    public var weights: [Tensor] {
        get { builtGraph(for: "weights").parameters.map(\.value) }
        set {
            let owners = builtGraph(for: "weights").nodes.flatMap { node in node.parameters.map { (node, $0) } }
            demand(
                newValue.count == owners.count,
                "\(name): weights must be \(owners.count) tensors, but \(newValue.count) \(newValue.count == 1 ? "was" : "were") given"
            )
            for ((node, parameter), value) in zip(owners, newValue) { node.write(value, to: parameter) }
        }
    }

    /// The graph; stops the cell where the shape of the input is not known yet.
    func builtGraph(for property: String) -> Graph {
        _ = builtNodes(for: property)
        return graph!
    }
}
