import Display
import Tensors

/// Layers one after another.
///
///     let model = Sequential {
///         Flatten(inputShape: [28, 28])
///         Dense(units: 128, activation: .relu)
///         Dense(units: 10, activation: .softmax)
///     }
///
/// Where the first layer has no `inputShape`, the model takes the shape of the first samples that it sees.
public final class Sequential: Model {
    private var members: [(layer: any Layer, name: String)] = []

    /// A model of the layers in the braces; `if`, `for` and arrays of layers may stand among them.
    public convenience init(name: String? = nil, @SequentialBuilder layers: () -> [any Layer]) {
        self.init(layers(), name: name)
    }

    /// A model of these layers; more can be added.
    public convenience init(_ layers: [any Layer] = [], name: String? = nil) {
        self.init(layers, name: name, generator: RandomGenerator.session.split())
    }

    init(_ layers: [any Layer], name: String?, generator: RandomGenerator) {
        super.init(name: name ?? LayerNames.session.next(kind: "Sequential"), generator: generator)
        for layer in layers { add(layer) }
    }

    /// A model of layers that have been put behind one another already.
    override init(_ graph: Graph, name: String, generator: RandomGenerator) {
        super.init(graph, name: name, generator: generator)
        members = graph.nodes.dropFirst().map { ($0.layer, $0.name) }
    }

    /// Adds a layer behind the others.
    ///
    ///     model.add(Dense(units: 10, activation: .softmax))
    public func add(_ layer: some Layer) {
        let name = LayerNames.session.claim(layer)
        demand(!members.contains { $0.name == name }, "\(self.name): two layers are called \"\(name)\"")
        members.append((layer, name))
        plans.removeAll()
        if members.count == 1, let inputShape = layer.inputShape {
            demand(
                inputShape.sizes.allSatisfy { $0 >= 1 },
                "\(name): the sizes of inputShape must be at least 1, but it is \(inputShape)")
            build(inputShape: inputShape)
        } else if let last = graph?.nodes.last {
            graph?.append(Node(layer, named: name, reading: [last]))
        }
    }

    override func build(inputShape: Shape) {
        guard let first = members.first else { return }
        var last = Node(inputOf: inputShape, named: "\(first.name)_input")
        var graph = Graph(input: last, generator: generator)
        for member in members {
            last = Node(member.layer, named: member.name, reading: [last])
            graph.append(last)
        }
        self.graph = graph
    }

    override var listedNodes: ArraySlice<Node> { super.listedNodes.dropFirst() }
}

/// Collects the layers between the braces of a ``Sequential``.
@resultBuilder
public enum SequentialBuilder {
    public static func buildExpression(_ layer: some Layer) -> [any Layer] { [layer] }
    public static func buildExpression(_ layers: [any Layer]) -> [any Layer] { layers }
    public static func buildBlock(_ parts: [any Layer]...) -> [any Layer] { parts.flatMap { $0 } }
    public static func buildOptional(_ part: [any Layer]?) -> [any Layer] { part ?? [] }
    public static func buildEither(first part: [any Layer]) -> [any Layer] { part }
    public static func buildEither(second part: [any Layer]) -> [any Layer] { part }
    public static func buildArray(_ parts: [[any Layer]]) -> [any Layer] { parts.flatMap { $0 } }
}
