import Tensors

@testable import NeuralNetworks

extension ParityCase {
    /// Samples that count more or less than others, by themselves or by their class.
    static let weights = [
        weighted("class", .sparseCategoricalCrossentropy, after: .softmax, classWeight: classWeight),
        weighted("class-one-hot", .categoricalCrossentropy, after: .softmax, classWeight: classWeight),
        weighted("sample", .sparseCategoricalCrossentropy, after: .softmax, sampleWeight: sampleWeight),
        weighted(
            "sample-logits", BinaryCrossentropy(fromLogits: true), after: .linear, sampleWeight: sampleWeight),
        weighted("sample-squared-error", .meanSquaredError, after: .tanh, sampleWeight: sampleWeight),
        weighted("sample-huber", Huber(delta: 0.3), after: .linear, sampleWeight: sampleWeight),
    ]

    private static let classWeight = [0: 0.5, 1: 2.0, 3: 3.0]
    private static let sampleWeight: [Float] = [0.5, 1, 2, 0, 1.5, 1, 0.25, 3, 1, 0.75, 1]

    private static func weighted(
        _ name: String, _ loss: any Loss, after activation: ActivationFunction, classWeight: [Int: Double]? = nil,
        sampleWeight: [Float]? = nil
    ) -> ParityCase {
        ParityCase("loss-weights-\(name)", loss: loss, classWeight: classWeight, sampleWeight: sampleWeight) {
            Dense(units: 8, activation: .tanh)
            Dense(units: 4, activation: activation)
        }
    }
}
