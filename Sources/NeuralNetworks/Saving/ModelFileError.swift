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
        }
    }
}
