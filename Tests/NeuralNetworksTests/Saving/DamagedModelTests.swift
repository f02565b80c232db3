import JSONCoding
import Tensors
import Testing

@testable import NeuralNetworks

/// What a person reads whose model file is not what `save` wrote.
@Suite struct DamagedModelTests {
    let folder: TemporaryFolder
    private var path: String { "\(folder.path)/model.safetensors" }

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Saves a model, changes its description, and gives the sentence of the load without the path before it.
    private func problem(replacing text: String, with other: String) throws -> String {
        let model = LayerNames.$session.withValue(LayerNames()) {
            Sequential([Dense(units: 2, inputShape: [3]), Dense(units: 4)])
        }
        model.compile(optimizer: .sgd, loss: .meanSquaredError)
        try model.save(path)
        var file = try SafetensorsFile(contentsOf: path)
        let description = try #require(file.metadata["architecture"])
        #expect(description.contains(text))
        file.metadata["architecture"] = description.replacing(text, with: other)
        try file.write(to: path)
        let error = try #require(throws: ModelFileError.self) { try Sequential.load(path) }
        #expect(error.description.hasPrefix("\(path): "))
        return String(error.description.dropFirst(path.count + 2))
    }

    @Test func `numbers alone are no model`() throws {
        try Sequential([Dense(units: 2, inputShape: [3])]).saveWeights(path)
        #expect(throws: ModelFileError.noArchitecture(path: path)) { try Sequential.load(path) }
        #expect(
            ModelFileError.noArchitecture(path: path).description == """
                \(path): the file has weights, but no description of the model; make the model, and read them with \
                loadWeights
                """)
    }

    @Test func `a model with branches is no Sequential`() throws {
        let input = Input(shape: [3])
        try Model(inputs: input, outputs: Dense(units: 2)(input), name: "calls").save(path)
        #expect(throws: ModelFileError.notSequential(path: path, model: "calls")) { try Sequential.load(path) }
        #expect(
            ModelFileError.notSequential(path: path, model: "calls").description
                == "\(path): calls is not a Sequential model; read it with Model.load")
        #expect(try Model.load(path).layers.count == 2)
    }

    @Test(arguments: [
        ("\"format\": 1", "\"format\": 2", "the model: format must be 1, but is 2"),
        (
            "{\"format\"", "{format",
            "metadata: architecture must be JSON, but is something else: at byte 1, expected a string"
        ),
        (
            "\"units\": 2", "\"units\": true",
            "layer dense: units must be a whole number from 1 to 1048576, but is true"
        ),
        (
            "\"units\": 2", "\"units\": 99999999999",
            "layer dense: units must be a whole number from 1 to 1048576, but is 9999"
        ),
        (
            "\"units\": 2", "\"units\": 500000",
            "the tensor \"dense/kernel\" must have the shape (3, 500000), but has (3, 2)"
        ),
        ("\"kind\": \"Dense\"", "\"kind\": \"Dance\"", "layer dense: kind must be a layer's kind, but is \"Dance\""),
        (
            "[\"dense_input\"]", "[\"dense_1\"]",
            "layer dense: reads must be names of layers before it, but is [\"dense_1\"]"
        ),
        (
            "[\"dense_input\"]", "[\"dense_input\", \"dense_input\"]",
            "layer dense: reads must be names of layers before it"
        ),
        ("\"name\": \"dense_1\"", "\"name\": \"dense\"", "a layer: name must be another one, but is \"dense\""),
        ("\"activation\": \"linear\", ", "", "layer dense: activation must be an object, but is missing"),
        ("\"shape\": [3]", "\"shape\": [0]", "the model's input: shape must be a shape, but is [0]"),
        ("\"name\": \"sgd\"", "\"name\": \"sad\"", "the optimizer: name must be an optimizer's name, but is \"sad\""),
        ("mean_squared_error", "least_squares", "the loss: name must be a loss's name, but is \"least_squares\""),
        ("\"epochs\": 0", "\"epochs\": \"0\"", "the model's random: epochs must be a whole number"),
        ("\"epochs\": 0", "\"epochs\": -1", "the model's random: epochs must be a whole number from 0 to"),
        ("\"units\": 2", "\"units\": -1", "layer dense: units must be a whole number from 1 to 1048576, but is -1"),
        (
            "\"units\": 2", "\"units\": 1e18",
            "layer dense: units must be a whole number from 1 to 1048576, but is 1e+18"
        ),
        ("\"shape\": [3]", "\"shape\": []", "layer dense: expected samples with at least one axis, but received ()"),
        (
            "\"momentum\": 0", "\"momentum\": 1",
            "the optimizer: momentum must be a number of at least 0, and below 1, but"
        ),
        (
            "\"learningRate\": 0.01", "\"learningRate\": -1",
            "the optimizer: learningRate must be a number of at least 0"
        ),
    ])
    func `a description that is not one is refused where it is wrong`(
        text: String, other: String, expected: String
    ) throws {
        let problem = try problem(replacing: text, with: other)
        #expect(problem.hasPrefix(expected), "it says: \(problem)")
    }

    @Test func `ten thousand layers are read, and one more is refused`() throws {
        try Sequential([Flatten(inputShape: [3])], name: "tower").save(path)
        var file = try SafetensorsFile(contentsOf: path)
        let json = try JSONReader.read(Array(try #require(file.metadata["architecture"]).utf8))
        let input = try #require(json["input"]?["name"]?.string)
        for count in [10_000, 10_001] {
            let layers = (1...count).map { number -> JSON in
                [
                    "name": .string("layer \(number)"), "kind": "Flatten",
                    "reads": [.string(number == 1 ? input : "layer \(number - 1)")], "isTrainable": true,
                    "arguments": .object([]),
                ]
            }
            let members = json.object!.map { $0.key == "layers" ? JSON.Member(key: $0.key, value: .array(layers)) : $0 }
            file.metadata["architecture"] = JSON.object(members).text
            try file.write(to: path)
            let isRead = (try? Sequential.load(path))?.layers.count == count
            #expect(isRead == (count == 10_000))
        }
    }
}
