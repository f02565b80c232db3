import Tensors
import Testing

@testable import NeuralNetworks

@Suite("A max-pooling by 2 × 2 pixels behind a convolution")
struct SquarePoolingTests {
    /// Sizes that a tile divides and that it does not, odd ones, several images in a mosaic, gradients that go by units
    /// and by points, masked and not.
    struct Case: CustomTestStringConvertible, Sendable {
        var batch = 5, image = (14, 14), channels = 32, filters = 64
        var padding = Padding.same
        var activation = ActivationFunction.relu
        var activationBefore = ActivationFunction.tanh
        /// Whether a batch of this size is pooled by the convolution, where the processor has wide vectors.
        var isFused = true

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
                filters: channels, kernelSize: 1, activation: activationBefore, inputShape: [image.0, image.1, 3])
            return Sequential(seed: 5, [first, convolution] + between + [MaxPool2D(), Flatten(), Dense(units: 3)])
        }

        var images: Tensor { .random([batch, image.0, image.1, 3]) }
    }

    static let cases = [
        Case(batch: 32, image: (12, 16), activation: .linear), Case(batch: 3, image: (7, 7)),
        Case(image: (13, 13), padding: .valid), Case(batch: 1, image: (9, 8), channels: 64, filters: 48),
        Case(batch: 4, image: (9, 9)), Case(image: (12, 8), activationBefore: .relu),
        Case(batch: 17, image: (14, 14), channels: 128, filters: 256, padding: .valid, activationBefore: .relu),
        Case(isFused: false), Case(batch: 4, image: (6, 11), channels: 16, filters: 80, isFused: false),
        Case(image: (8, 8), filters: 19, isFused: false), Case(image: (8, 8), activation: .tanh, isFused: false),
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

    @Test("is done while a convolution by Winograd stores its results, where tiles and squares fit", arguments: cases)
    func fusion(test: Case) {
        #expect(isFused(test.model(), batchSize: test.batch) == (test.isFused && Processor.hasWideVectors))
        #expect(!isFused(test.model([Activation(.linear)]), batchSize: test.batch))
    }

    @Test("is left to its own layer where another one reads the convolution, too")
    func readers() {
        func model(isReadTwice: Bool) -> Model {
            .branching(inputShape: [12, 12, 32]) { input in
                let result = Case().convolution(input)
                let pooled = Flatten()(MaxPool2D()(result))
                return isReadTwice ? Concatenate()([Flatten()(result), pooled]) : pooled
            }
        }
        #expect(isFused(model(isReadTwice: false), batchSize: 4) == Processor.hasWideVectors)
        #expect(!isFused(model(isReadTwice: true), batchSize: 4))
    }

    @Test("that several layers read, or that a dropout follows, learns the same numbers", arguments: [true, false])
    func readersOfPooled(isBranched: Bool) {
        /// A layer that changes nothing stands before the convolution or behind it, so that all others keep their places.
        func model(isFused: Bool) -> Model {
            .branching(inputShape: [12, 12, 3]) { input in
                let first = Conv2D(filters: 32, kernelSize: 1, activation: .relu)(input)
                let (convolution, nothing) = (Case().convolution, Activation(.linear))
                let pooled = MaxPool2D()(isFused ? convolution(nothing(first)) : nothing(convolution(first)))
                let dropped = Dropout(rate: 0.5)(pooled)
                return Dense(units: 3)(Flatten()(isBranched ? Add()([pooled, dropped]) : dropped))
            }
        }
        let (fused, other) = (model(isFused: true), model(isFused: false))
        other.weights = fused.weights
        #expect(self.isFused(fused, batchSize: 5) == Processor.hasWideVectors)
        #expect(!self.isFused(other, batchSize: 5))
        let results = [fused, other].map {
            gradients(of: $0, .random([5, 12, 12, 3]), .random([5, 3]), loss: .meanSquaredError)
        }
        let areSame = results[0] == results[1]
        #expect(areSame)
        #expect(results[0].allSatisfy { $0.contains { $0 != 0 } })
    }

    @Test("is lost by no number that is none", arguments: [true, false])
    func notANumber(isFused: Bool) {
        let between: [any Layer] = isFused ? [] : [Activation(.linear)]
        let model = Sequential(
            seed: 1,
            [Conv2D(filters: 64, kernelSize: 3, padding: .same, inputShape: [16, 16, 32])] + between + [MaxPool2D()])
        #expect(self.isFused(model, batchSize: 64) == (isFused && Processor.hasWideVectors))
        var images = [Float](repeating: 1, count: 16 * 16 * 32)
        images[(8 * 16 + 8) * 32] = .nan
        let result = model.predict(Tensor(shape: [1, 16, 16, 32], images)).values
        let places = Set(result.indices.filter { result[$0].isNaN }.map { $0 / 64 })
        // Of the first of these squares, the last of four pixels alone is none.
        let seen: Set = [3 * 8 + 3, 3 * 8 + 4, 4 * 8 + 3, 4 * 8 + 4]
        #expect(places.isSuperset(of: seen))
    }

    private func isFused(_ model: Model, batchSize: Int) -> Bool {
        let builder = PlanBuilder(purpose: .inference, batchSize: batchSize, context: model.contextForInference)
        _ = model.graph!.layOut(in: builder, activationLeftToLoss: nil)
        return builder.commands.contains { $0.label.implementation == "winograd_4x3 pooled" }
    }
}
