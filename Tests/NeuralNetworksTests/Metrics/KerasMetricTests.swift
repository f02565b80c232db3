import Tensors
import Testing

@testable import NeuralNetworks

/// Metrics that Keras measured for the same predictions: `Fixtures/Metrics/make_metric_fixtures.py` made them.
@Suite struct KerasMetricTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let loss: any Loss
        /// Keras's metrics, by the fixture's names.
        let metrics: [(name: String, kind: MetricKind)]

        var testDescription: String { name }
    }

    private static let answers: [(String, MetricKind)] = [
        ("accuracy", .accuracy), ("binary_accuracy", .binaryAccuracy), ("precision", .precision), ("recall", .recall),
        ("auc", .auc),
    ]
    private static let classes: [(String, MetricKind)] =
        [("accuracy", .accuracy)] + [1, 2, 3, 5].map { ("top_\($0)", .topK($0)) }

    static let cases = [
        Case(name: "answers", loss: .meanSquaredError, metrics: answers),
        Case(name: "questions", loss: .binaryCrossentropy, metrics: answers),
        Case(name: "never", loss: .meanSquaredError, metrics: answers),
        Case(name: "nobody", loss: .meanSquaredError, metrics: answers),
        Case(
            name: "numbers", loss: .meanSquaredError,
            metrics: [
                ("mean_absolute_error", .meanAbsoluteError), ("mean_squared_error", .meanSquaredError), ("mae", .mae),
                ("mse", .mse),
            ]),
        Case(name: "labels", loss: .sparseCategoricalCrossentropy, metrics: classes),
        Case(name: "classes", loss: .categoricalCrossentropy, metrics: classes),
    ]

    @Test(arguments: cases) func `a model is as good as Keras says`(test: Case) throws {
        let file = try SafetensorsFile(contentsOf: fixturePath("Metrics/metrics.safetensors"))
        let model = Sequential(seed: 1, [Flatten()])
        for (name, kind) in test.metrics {
            model.compile(optimizer: .sgd, loss: test.loss, metrics: [kind])
            let predictions = file["\(test.name)/predictions"]
            let value = model.evaluate(predictions, file["\(test.name)/targets"], batchSize: 7)[1]
            let expected = Double(file["\(test.name)/\(name)"].values[0])
            #expect(abs(value - expected) < 2e-6, "\(name): \(value), Keras \(expected)")
        }
    }

    /// What `accuracy` compares depends on the shapes alone: `Fixtures/Metrics/make_shape_fixtures.py` made these.
    static let shapes: [Case] =
        [
            "number", "number, plain targets", "one number of an image", "image", "image, plain targets", "series",
            "questions", "images of questions",
        ].map { Case(name: $0, loss: .meanSquaredError, metrics: [("accuracy", .accuracy)]) }
        + ["words", "pixels", "pixels in a row"].map {
            Case(name: $0, loss: .meanSquaredError, metrics: [("accuracy", .accuracy), ("top_2", .topK(2))])
        } + [
            Case(
                name: "classes", loss: .categoricalCrossentropy,
                metrics: [("accuracy", .accuracy), ("top_2", .topK(2))])
        ]
        + ["labels", "labels in a column", "labels of one class"].map {
            Case(name: $0, loss: .sparseCategoricalCrossentropy, metrics: [("accuracy", .accuracy)])
        }

    @Test(arguments: shapes) func `predictions of a shape are compared as by Keras`(test: Case) throws {
        let file = try SafetensorsFile(contentsOf: fixturePath("Metrics/shapes.safetensors"))
        let predictions = file["\(test.name)/predictions"]
        let sizes = Array(predictions.shape.sizes.dropFirst())
        let model = Sequential(seed: 1, [Reshape(targetShape: sizes, inputShape: Shape(sizes))])
        model.compile(optimizer: .sgd, loss: test.loss, metrics: test.metrics.map(\.kind))
        let result = model.evaluate(predictions, file["\(test.name)/targets"], batchSize: 7)
        for (index, metric) in test.metrics.enumerated() {
            let expected = Double(file["\(test.name)/\(metric.name)"].values[0])
            #expect(abs(result[index + 1] - expected) < 2e-6, "\(metric.name): \(result[index + 1]), Keras \(expected)")
        }
    }

    @Test func `every shape of the fixture is compared`() throws {
        let file = try SafetensorsFile(contentsOf: fixturePath("Metrics/shapes.safetensors"))
        let compared = Self.shapes.flatMap { test in
            (["predictions", "targets"] + test.metrics.map(\.name)).map { "\(test.name)/\($0)" }
        }
        #expect(file.names.sorted() == compared.sorted())
    }

    @Test func `every number of the fixture is compared`() throws {
        let file = try SafetensorsFile(contentsOf: fixturePath("Metrics/metrics.safetensors"))
        let compared = Self.cases.flatMap { test in
            (["predictions", "targets"] + test.metrics.map(\.name)).map { "\(test.name)/\($0)" }
        }
        #expect(file.names.sorted() == compared.sorted())
    }
}
