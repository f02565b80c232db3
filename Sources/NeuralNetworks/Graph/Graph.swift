import Display
import Tensors

/// The layers of a model in an order in which each comes after those that it reads.
///
/// The first node stands for the model's input. A chain of layers is the simplest graph; a node may as well read
/// several earlier ones, or be read by several later ones. Nodes may belong to several graphs, which then share their
/// numbers.
struct Graph {
    private(set) var nodes: [Node]
    private var positions: [ObjectIdentifier: Int]
    /// Where the layers' numbers are drawn when they begin.
    private let generator: RandomGenerator

    init(input: Node, generator: RandomGenerator) {
        self.generator = generator
        nodes = [input]
        positions = [ObjectIdentifier(input): 0]
    }

    var inputShape: Shape { nodes[0].outputShape }
    var outputShape: Shape { nodes[nodes.count - 1].outputShape }
    var parameters: [Parameter] { nodes.flatMap(\.parameters) }

    /// Whether each layer reads only the one before it.
    var isChain: Bool { nodes.allSatisfy { $0.sources.count <= 1 } }

    /// Adds a layer that reads those that were added before it.
    mutating func append(_ node: Node) {
        node.prepareParameters(using: generator, at: nodes.count)
        positions[ObjectIdentifier(node)] = nodes.count
        nodes.append(node)
    }

    /// Positions of the nodes that a node reads.
    func inputs(of node: Node) -> [Int] { node.sources.map { positions[ObjectIdentifier($0)]! } }

    /// How many nodes read the one at this position; the model's output is read by the reader.
    func readerCount(of position: Int) -> Int {
        nodes.reduce(position == nodes.count - 1 ? 1 : 0) { count, node in
            count + node.sources.count { $0 === nodes[position] }
        }
    }

    /// The layer that reads the one at this position, where nobody else does.
    func onlyReader(of position: Int) -> Node? {
        readerCount(of: position) == 1 ? nodes.first { $0.sources.contains { $0 === nodes[position] } } : nil
    }
}

/// A layer in a model.
final class Node {
    let layer: any Layer
    let name: String
    /// The nodes that it reads.
    let sources: [Node]
    /// The shape of one sample.
    let outputShape: Shape
    private(set) var parameters: [Parameter] = []
    var isTrainable = true

    /// A layer behind others; throws where it cannot read what they make.
    init(checking layer: any Layer, named name: String, reading sources: [Node]) throws(LayerRefusal) {
        self.layer = layer
        self.name = name
        self.sources = sources
        outputShape = try layer.outputShape(at: LayerPlace(name: name, inputShapes: sources.map(\.outputShape)))
    }

    /// A layer behind others; stops the cell where it cannot read what they make.
    convenience init(_ layer: any Layer, named name: String, reading sources: [Node]) {
        do throws(LayerRefusal) {
            try self.init(checking: layer, named: name, reading: sources)
        } catch {
            misuse(error.description)
        }
    }

    var place: LayerPlace { LayerPlace(name: name, inputShapes: sources.map(\.outputShape)) }

    /// Where samples of a shape enter a model.
    convenience init(inputOf shape: Shape, named name: String) {
        self.init(InputLayer(shape: shape), named: name, reading: [])
    }

    var isInput: Bool { layer is InputLayer }

    /// How many numbers it holds.
    var parameterCount: Int { parameters.reduce(0) { $0 + $1.shape.count } }

    /// Those of its numbers that learn.
    var trainableParameters: [Parameter] { isTrainable ? parameters.filter(\.isTrainable) : [] }

    /// Gives the layer its first numbers, unless it has those of an earlier model.
    func prepareParameters(using generator: RandomGenerator, at position: Int) {
        guard parameters.isEmpty else { return }
        parameters = layer._parameters(at: place).map { description in
            Parameter(description, using: generator.named(description.name, position))
        }
    }
}
