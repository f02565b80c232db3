import Fuzzing
import JSONCoding
import Tensors
import Testing

@testable import NeuralNetworks

@Suite("11. Fuzzing: what a file says of a model's layers")
struct ModelFuzzing {
    private let folder: TemporaryFolder
    private var path: String { "\(folder.path)/model.safetensors" }

    private static let values: [JSON] =
        [
            .null, true, "", "NaN", "Flatten", "Softmax", "same", "dense", [], [1], [0, -1], [], [1, 2, 3, 4],
            .array(Array(repeating: 1, count: 40)), .object([]), .number(1e308), .number(-0.5), .number(0.5),
            .number(.leastNonzeroMagnitude), .number(1e18), .string("18446744073709551615"),
        ] + [Int.min, -1, 0, 1, 2, 3, 12, 30, 1 << 13, 1 << 20, 1 << 31, Int.max].map(JSON.integer)

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `a description is refused, or is of a model that comes back and predicts`() throws {
        for (number, model) in DescribedModels.all.enumerated() {
            try model.save(path)
            let file = try SafetensorsFile(contentsOf: path)
            let description = try JSONReader.read(Array(file.metadata[ModelDescription.metadataKey]!.utf8))
            let mutator = JSONMutator(corpus: [description], values: Self.values)
            let fuzzing = Fuzzing("model description \(number)", inputs: 100, input: mutator.input)
            let findings = try fuzzing.findings { input in
                try LayerNames.$session.withValue(LayerNames()) {
                    try complaint(about: file, saying: String(decoding: input, as: UTF8.self))
                }
            }
            #expect(findings == [])
        }
    }

    /// What is wrong with a file that describes its numbers so; nil where it is refused, or a model.
    private func complaint(about file: SafetensorsFile, saying description: String) throws -> String? {
        var file = file
        file.metadata[ModelDescription.metadataKey] = description
        try file.write(to: path)
        let model: Model
        do { model = try Model.load(path) } catch {
            return error.description.hasPrefix("\(path): ") ? nil : "it is not named: \(error)"
        }
        try model.save(path)
        let again = try Model.load(path)
        guard try ModelDescription.json(of: again, again.graph!) == ModelDescription.json(of: model, model.graph!)
        else {
            return "it does not come back"
        }
        guard model.graph!.nodes.allSatisfy({ $0.outputShape.count < 1 << 14 }) else { return nil }
        let prediction = model.predict(Tensor(zeros: Shape([1] + model.graph!.inputShape.sizes)))
        return prediction.shape.sizes == [1] + model.graph!.outputShape.sizes ? nil : "it predicts another shape"
    }
}
