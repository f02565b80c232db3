import Tensors

/// Why a model, or its weights, cannot be read from a file or written to one.
public enum ModelFileError: Error, Equatable, Sendable {
    /// The file itself cannot be read or written.
    case file(SafetensorsError)
    /// The model needs numbers that the file does not have.
    case missingWeights(path: String, name: String, model: String, known: [String])
    /// The file has numbers that belong to no layer of the model.
    case surplusWeights(path: String, name: String, model: String)
    /// Numbers of another shape than the layer's.
    case wrongShape(path: String, name: String, shape: Shape, expected: Shape)
    /// The file says nothing of layers: it has numbers only.
    case noArchitecture(path: String)
    /// Something in the description of the model is missing, or not what it has to be.
    case invalidArchitecture(path: String, owner: String, name: String, expected: String, found: String)
    /// A layer whose arguments do not go together, or that cannot stand where the file says.
    case impossibleLayer(path: String, layer: String, problem: String)
    /// A model with branches, where one of layers after one another was asked for.
    case notSequential(path: String, model: String)
    /// A part of the model is not of this library, so no file can say how to make it.
    case notStorable(model: String, part: String)
}

extension ModelFileError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .file(let error): error.description
        case .missingWeights(let path, let name, let model, let known):
            "\(path): \(model) needs a tensor \"\(name)\", but the file has none\(Suggestion.text(for: name, among: known))"
        case .surplusWeights(let path, let name, let model):
            "\(path): the tensor \"\(name)\" belongs to no layer of \(model)"
        case .wrongShape(let path, let name, let shape, let expected):
            "\(path): the tensor \"\(name)\" must have the shape \(expected), but has \(shape)"
        case .noArchitecture(let path):
            """
            \(path): the file has weights, but no description of the model; make the model, and read them with \
            loadWeights
            """
        case .invalidArchitecture(let path, let owner, let name, let expected, let found):
            "\(path): \(owner): \(name) must be \(expected), but is \(found.isEmpty ? "missing" : found)"
        case .impossibleLayer(let path, let layer, let problem): "\(path): \(layer): \(problem)"
        case .notSequential(let path, let model):
            "\(path): \(model) is not a Sequential model; read it with Model.load"
        case .notStorable(let model, let part):
            "\(model): \(part) cannot be described in a file; saveWeights saves the numbers alone"
        }
    }
}
