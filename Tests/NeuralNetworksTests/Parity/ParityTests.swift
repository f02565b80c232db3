import Foundation
import Tensors
import Testing

@testable import NeuralNetworks

/// The same numbers as Keras, from the same weights: predictions, gradients, and 20 training steps.
@Suite struct ParityTests {
    static let cases =
        ParityCase.convolutions + ParityCase.separableConvolutions + ParityCase.transposedConvolutions
        + ParityCase.resizing + ParityCase.denseLayers + ParityCase.layers + ParityCase.layerNormalization
        + ParityCase.merging + ParityCase.axesAndBounds + ParityCase.networks + ParityCase.losses + ParityCase.weights
        + ParityCase.optimizers + ParityCase.clippingAndDecay + ParityCase.schedules

    @Test("Every case of Keras's script is checked") func completeness() throws {
        let fixtures = try FileManager.default.contentsOfDirectory(atPath: KerasNumbers.folder.path)
        #expect(fixtures.sorted() == Self.cases.map { "\($0.name).safetensors" }.sorted())
    }

    @Test("Predictions, gradients, losses and trained weights are Keras's, to a part in ten thousand")
    func parity() throws {
        var errors: [(error: Double, place: String)] = []
        for parityCase in Self.cases {
            let comparison = Comparison(parityCase, try KerasNumbers(case: parityCase.name))
            for (name, error) in comparison.errors { errors.append((error, "\(parityCase.name): \(name)")) }
        }
        for (error, place) in errors { #expect(error <= 1e-4, "\(place)") }
        let worst = try #require(errors.max { $0.error < $1.error })
        print("parity with Keras: \(Self.cases.count) cases, worst relative error \(worst.error) (\(worst.place))")
    }
}

/// Runs a case, and tells how far its numbers are from Keras's.
private struct Comparison {
    private(set) var errors: [(name: String, error: Double)] = []

    init(_ parityCase: ParityCase, _ keras: KerasNumbers) {
        let model = parityCase.makeModel()
        let parameters = model.graph(for: keras.x, in: "fit").parameters
        let assign = { zip(parameters, keras.before).forEach { $0.value = $1 } }
        let fit = { (epochs: Int) in
            model.fit(
                keras.x, keras.y, epochs: epochs, batchSize: keras.x.shape[0], shuffle: false,
                classWeight: parityCase.classWeight,
                sampleWeight: parityCase.sampleWeight.map { Tensor(shape: [$0.count], $0) }, verbose: 0)
        }
        compare("count of weights", [Float(parameters.count)], [Float(keras.before.count)])

        assign()
        compare("predictions", model.predict(keras.x).values, keras.predictions.values)

        model.compile(optimizer: GradientKeeper(), loss: parityCase.loss)
        _ = fit(1)
        for (parameter, gradient) in zip(parameters.filter(\.isTrainable), keras.gradients) {
            compare("gradient by \(parameter.name)", parameter.value.values, gradient.values)
        }

        assign()
        model.compile(optimizer: parityCase.optimizer, loss: parityCase.loss)
        compare("losses", fit(keras.losses.count)["loss"].map(Float.init), keras.losses)
        for (parameter, expected) in zip(parameters, keras.after) {
            compare("trained \(parameter.name)", parameter.value.values, expected.values)
        }
    }

    private mutating func compare(_ name: String, _ values: [Float], _ expected: [Float]) {
        errors.append((name, relativeError(values, expected)))
    }
}

/// Puts each gradient into the place of what it belongs to.
private struct GradientKeeper: Optimizer {
    let name = "gradient keeper"
    var _settings = OptimizerSettings(
        .constant(1), weightDecay: nil, clipping: .none, optimizer: "GradientKeeper")
    let _slotCount = 0

    func _update(_ block: ParameterBlock, rate: Double, step: Int) {
        block.values.update(from: block.gradients!, count: block.count)
    }
}
