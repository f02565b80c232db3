import Tensors

/// The layers of a model in an order in which each comes after those that it reads.
///
/// The first node stands for the model's input. A chain of layers is the simplest graph; a node may as well read
/// several earlier ones, or be read by several later ones.
struct Graph {
    private(set) var nodes: [Node]
    /// Where the layers' numbers are drawn when they begin.
    private let generator: RandomGenerator

    init(inputShape: Shape, generator: RandomGenerator) {
        self.generator = generator
        nodes = [Node(layer: InputLayer(shape: inputShape), name: "input", inputs: [], outputShape: inputShape)]
    }

    var inputShape: Shape { nodes[0].outputShape }
    var outputShape: Shape { nodes[nodes.count - 1].outputShape }
    var parameters: [Parameter] { nodes.flatMap(\.parameters) }

    /// Adds a layer that reads the nodes at these positions, and gives its own position.
    @discardableResult
    mutating func append(_ layer: any Layer, named name: String, reading inputs: [Int]) -> Int {
        let place = LayerPlace(name: name, inputShapes: inputs.map { nodes[$0].outputShape })
        let node = Node(layer: layer, name: name, inputs: inputs, outputShape: layer.outputShape(at: place))
        node.parameters = layer._parameters(at: place).map { description in
            Parameter(description, using: generator.named(description.name, nodes.count))
        }
        nodes.append(node)
        return nodes.count - 1
    }

    /// How many nodes read the one at this position; the model's output is read by the reader.
    func readerCount(of position: Int) -> Int {
        nodes.reduce(position == nodes.count - 1 ? 1 : 0) { count, node in
            count + node.inputs.count { $0 == position }
        }
    }
}

/// A layer in a model.
final class Node {
    let layer: any Layer
    let name: String
    /// Positions of the nodes that it reads.
    let inputs: [Int]
    /// The shape of one sample.
    let outputShape: Shape
    var parameters: [Parameter] = []
    var isTrainable = true

    init(layer: any Layer, name: String, inputs: [Int], outputShape: Shape) {
        self.layer = layer
        self.name = name
        self.inputs = inputs
        self.outputShape = outputShape
    }

    /// How many numbers it learns.
    var parameterCount: Int { parameters.reduce(0) { $0 + $1.shape.count } }
}
