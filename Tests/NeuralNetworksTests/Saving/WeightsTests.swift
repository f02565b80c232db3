import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct WeightsTests {
    let folder: TemporaryFolder
    private var path: String { "\(folder.path)/weights.safetensors" }

    init() throws {
        folder = try TemporaryFolder()
    }

    private func makeModel() -> Sequential {
        Sequential {
            Conv2D(filters: 5, kernelSize: 3, strides: 2, padding: .same, activation: .relu, inputShape: [9, 9, 3])
            Conv2D(filters: 16, kernelSize: 2)
            MaxPool2D()
            Flatten()
            Dense(units: 7, activation: .tanh)
            Dense(units: 4, activation: .softmax)
        }
    }

    /// The sentence about a model that cannot read a file, without the path before it.
    private func problem(_ model: Model) throws -> String {
        let before = model.weights.map(\.values)
        let error = try #require(throws: ModelFileError.self) { try model.loadWeights(path) }
        #expect(error.description.hasPrefix("\(path): "))
        #expect(model.weights.map(\.values) == before)
        return String(error.description.dropFirst(path.count + 2))
    }

    @Test func `with weights from Keras a model predicts what Keras predicts`() throws {
        let expected = try SafetensorsFile(contentsOf: fixturePath("Saving/sequential-predictions.safetensors"))
        let model = makeModel()
        try model.loadWeights(fixturePath("Saving/sequential-weights.safetensors"))
        #expect(relativeError(model.predict(expected["x"]).values, expected["predictions"].values) < 1e-5)
    }

    @Test func `what is saved is loaded into a model made later, also after training`() throws {
        let (model, other) = (makeModel(), makeModel())
        #expect(model.layers.names != other.layers.names)
        let x = Tensor.random([20, 9, 9, 3])
        model.compile(optimizer: .adam, loss: .sparseCategoricalCrossentropy)
        model.fit(x, .randomLabels(20, classes: 4), verbose: 0)
        try model.saveWeights(path)
        try other.loadWeights(path)
        #expect(other.weights.map(\.values) == model.weights.map(\.values))
        let file = try SafetensorsFile(contentsOf: path)
        #expect(file.names == model.tensorNames)
        #expect(file[model.tensorNames[0]].shape == [3, 3, 3, 5])
    }

    @Test func `what does not fit is told, and nothing is changed`() throws {
        let model = LayerNames.$session.withValue(LayerNames()) { makeModel() }
        try model.saveWeights(path)
        let small = Sequential([Dense(units: 4, inputShape: [7], name: "dense_1")], name: "small")
        #expect(try problem(small) == "the tensor \"conv2d/kernel\" belongs to no layer of small")
        let other = Sequential([Dense(units: 3, inputShape: [7], name: "dense_1")], name: "other")
        #expect(try problem(other) == "the tensor \"dense_1/kernel\" must have the shape (7, 3), but has (7, 4)")
        let misnamed = Sequential([Dense(units: 4, inputShape: [7], name: "dens")], name: "misnamed")
        #expect(
            try problem(misnamed)
                == "misnamed needs a tensor \"dens/kernel\", but the file has none; did you mean \"dense/kernel\"?")
    }

    @Test func `a damaged file is told as such`() throws {
        try folder.write([1, 2, 3], as: "weights.safetensors")
        #expect(throws: ModelFileError.file(.tooShort(path: path, byteCount: 3))) { try makeModel().loadWeights(path) }
        #expect(throws: ModelFileError.file(.unwritable(path: "/none/w", reason: "No such file or directory"))) {
            try makeModel().saveWeights("/none/w")
        }
    }
}

extension Model {
    /// `conv2d/kernel`, `conv2d/bias` and so on.
    fileprivate var tensorNames: [String] {
        layers.flatMap { layer in layer.weightNames.map { "\(layer.name)/\($0)" } }
    }
}
