import Display
import Tensors

/// What the layers of a model make of a sample: a tensor a layer, in the order of the layers.
///
///     let activations = model.activations(of: testX[0])
///     activations["conv2d"].shape          // (26, 26, 32)
///     for (name, tensor) in activations { print(name, tensor.shape) }
public struct Activations: RandomAccessCollection, Sendable {
    let modelName: String
    let members: [(name: String, tensor: Tensor)]

    public var startIndex: Int { 0 }
    public var endIndex: Int { members.count }
    public var names: [String] { members.map(\.name) }

    public subscript(position: Int) -> (name: String, tensor: Tensor) {
        demand(
            members.indices.contains(position),
            "\(modelName): there is no layer \(position); it has the layers 0 to \(members.count - 1)")
        return members[position]
    }

    /// What the layer of this name gives; stops the cell where there is none.
    public subscript(name: String) -> Tensor {
        guard let member = members.first(where: { $0.name == name }) else {
            misuse("\(modelName): there is no layer \"\(name)\"\(Suggestion.text(for: name, among: names))")
        }
        return member.tensor
    }
}

extension Activations: CustomStringConvertible {
    /// A line a layer: `conv2d: (26, 26, 32)`.
    public var description: String { members.map { "\($0.name): \($0.tensor.shape)" }.joined(separator: "\n") }
}
