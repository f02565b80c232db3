import Tensors
import Testing

@testable import NeuralNetworks

@Suite("A max-pooling by 2 × 2 pixels behind a convolution")
struct SquarePoolingTests {
    /// Sizes that a tile divides and that it does not, odd ones, several images in a mosaic, and gradients that go by
    /// units and by points.
    struct Case: CustomTestStringConvertible, Sendable {
        var batch = 5, image = (14, 14), channels = 32, filters = 64
        var padding = Padding.same
        var activation = ActivationFunction.relu

        var testDescription: String {
            "\(batch) of \(image.0) × \(image.1) × \(channels) to \(filters), \(padding), \(activation)"
        }

        var convolution: Conv2D {
            Conv2D(filters: filters, kernelSize: 3, padding: padding, activation: activation)
        }

        /// A convolution that is pooled, with one before it that its gradient goes back to.
        ///
        /// - Parameter between: what keeps the two apart, if anything.
        func model(_ between: [any Layer] = []) -> Sequential {
            let first = Conv2D(
                filters: channels, kernelSize: 1, activation: .tanh, inputShape: [image.0, image.1, 3])
            return Sequential(seed: 5, [first, convolution] + between + [MaxPool2D(), Flatten(), Dense(units: 3)])
        }

        var images: Tensor { .random([batch, image.0, image.1, 3]) }
    }

    static let cases = [
        Case(), Case(batch: 32, image: (12, 16), activation: .linear), Case(image: (13, 13), padding: .valid),
        Case(batch: 3, image: (7, 7)), Case(batch: 1, image: (9, 8), channels: 64, filters: 48),
        Case(batch: 17, image: (14, 14), channels: 128, filters: 256, padding: .valid),
        Case(batch: 4, image: (6, 11), channels: 16, filters: 80, activation: .linear),
        Case(image: (8, 8), filters: 19), Case(image: (8, 8), activation: .tanh),
    ]

    @Test("keeps the largest of each, and leaves out a last odd row or column", arguments: cases)
    func largest(test: Case) {
        let model = test.model()
        let activations = model.activations(of: test.images)
        let (before, after) = (activations[1].tensor, activations[2].tensor)
        let (height, width, filters) = (before.shape[1], before.shape[2], test.filters)
        let values = before.values
        var expected: [Float] = []
        for image in 0..<test.batch {
            for y in 0..<height / 2 {
                for x in 0..<width / 2 {
                    let first = ((image * height + 2 * y) * width + 2 * x) * filters
                    expected += (0..<filters).map { filter in
                        [0, 1, width, width + 1].map { values[first + $0 * filters + filter] }.max()!
                    }
                }
            }
        }
        let areLargest = after.values == expected
        #expect(areLargest)
        let predictions = model.predict(test.images).values
        #expect(predictions == activations[4].tensor.values)
    }

    @Test("learns the same numbers, to the bit, as where another layer stands between the two", arguments: cases)
    func training(test: Case) {
        let (model, other) = (test.model(), test.model([Activation(.linear)]))
        other.weights = model.weights
        let targets = Tensor.random([test.batch, 3], seed: 7)
        let histories = [model, other].map { model in
            model.compile(optimizer: SGD(learningRate: 0.01), loss: .meanSquaredError)
            return model.fit(test.images, targets, epochs: 3, batchSize: test.batch, verbose: 0)
        }
        let (losses, expected) = (histories[0]["loss"], histories[1]["loss"])
        #expect(losses.last! < losses.first!)
        #expect(losses == expected)
        let areSame = model.weightValues == other.weightValues
        #expect(areSame)
    }

    @Test("is done while a convolution by Winograd stores its results, where nobody else reads them")
    func fusion() {
        let test = Case(image: (12, 12))
        #expect(implementations(test.model()).contains("winograd_4x3 pooled") == Processor.hasWideVectors)
        #expect(!implementations(test.model([Activation(.linear)])).contains("winograd_4x3 pooled"))
        #expect(!implementations(Case(image: (12, 12), activation: .tanh).model()).contains("winograd_4x3 pooled"))
        let input = Input(shape: [12, 12, 32])
        let result = test.convolution(input)
        let branches = Concatenate()([Flatten()(result), Flatten()(MaxPool2D()(result))])
        #expect(!implementations(Model(inputs: input, outputs: branches)).contains("winograd_4x3 pooled"))
    }

    @Test("is lost by no number that is none")
    func notANumber() {
        let model = Sequential(seed: 1, [Case().convolution, MaxPool2D()])
        var images = [Float](repeating: 1, count: 14 * 14 * 32)
        images[(5 * 14 + 5) * 32] = .nan
        let result = model.predict(Tensor(shape: [1, 14, 14, 32], images)).values
        let places = Set(result.indices.filter { result[$0].isNaN }.map { $0 / 64 })
        let seen: Set = [2 * 7 + 2, 2 * 7 + 3, 3 * 7 + 2, 3 * 7 + 3]
        #expect(places.isSuperset(of: seen))
    }

    private func implementations(_ model: Model) -> [String] {
        let builder = PlanBuilder(purpose: .inference, batchSize: 4, context: model.contextForInference)
        _ = model.graph!.layOut(in: builder, activationLeftToLoss: nil)
        return builder.commands.map(\.label.implementation)
    }
}
