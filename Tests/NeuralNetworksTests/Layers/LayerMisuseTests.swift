import Tensors
import Testing

@testable import NeuralNetworks

/// What an author reads whose layers have arguments, or inputs, that they cannot have.
@Suite struct LayerMisuseTests {
    @Test func `convolutions and poolings check their arguments`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Conv2D(filters: 0, kernelSize: 3)
            },
            says: "Conv2D: filters must be at least 1, but is 0")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Conv2D(filters: 2, kernelSize: 3, strides: 0)
            },
            says: "Conv2D: strides must be at least 1, but is 0")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Conv2D(filters: 2, kernelSize: 3, dilationRate: (1, -1))
            },
            says: "Conv2D: dilationRate must be at least 1, but is (1, -1)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Conv2D(filters: 2, kernelSize: 2.5)
            },
            says: "Conv2D: kernelSize must be a whole number or a pair of them, but is 2.5")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = MaxPool2D(strides: (2, 0))
            },
            says: "MaxPool2D: strides must be at least 1, but is (2, 0)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = AveragePooling2D(strides: -1)
            },
            says: "AveragePooling2D: strides must be at least 1, but is -1")
    }

    @Test func `layers of images name the images that they expected`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Sequential([MaxPool2D(inputShape: [1, 5, 3])])
            },
            says: "max_pooling2d: expected images of at least 2 × 2 pixels, but received (1, 5, 3)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Sequential([AveragePooling2D(poolSize: (2, 7), inputShape: [5, 5, 3])])
            },
            says: "average_pooling2d: expected images of at least 2 × 7 pixels, but received (5, 5, 3)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Sequential([GlobalMaxPooling2D(inputShape: [5])])
            },
            says: "global_max_pooling2d: expected a shape (height, width, channels), but received (5,)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Sequential([Conv2D(filters: 2, kernelSize: 3, inputShape: [28, 0, 1])])
            },
            says: "conv2d: the sizes of inputShape must be at least 1, but it is (28, 0, 1)")
    }

    @Test func `a single number is no sample for a layer that needs an axis`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Dense(units: 2)(Input(shape: []))
            },
            says: "dense: expected samples with at least one axis, but received ()")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = BatchNormalization()(Input(shape: []))
            },
            says: "batch_normalization: expected samples with at least one axis, but received ()")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Activation(.softmax)(Input(shape: []))
            },
            says: "activation: expected samples with at least one axis, but received ()")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Softmax()(Input(shape: []))
            },
            says: "softmax: expected samples that have axis -1, but received ()")
    }

    @Test func `merging layers check how many inputs they have`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                let input = Input(shape: [3])
                _ = Subtract()(input, input, input)
            },
            says: "subtract: expected two inputs of the same shape, but received (3,) and (3,) and (3,)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Average()(Input(shape: [3]))
            },
            says: "average: expected at least two inputs of the same shape, but received (3,)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Concatenate(axis: 0)
            },
            says: "Concatenate: axis must not be 0, that of the samples")
    }

    @Test func `normalization, rescaling, regularizers and initializers check their arguments`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = BatchNormalization(epsilon: 0)
            },
            says: "BatchNormalization: epsilon must be above 0, but is 0")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Rescaling(scale: 1, offset: .nan)
            },
            says: "Rescaling: offset must be finite, but is nan")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Regularizer.l1l2(l1: .infinity)
            },
            says: "Regularizer: l1 must be at least 0, but is inf")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Sequential([Dense(units: 2, kernelInitializer: .randomUniform(from: 1, to: 0), inputShape: [3])])
            },
            says: "Initializer: randomUniform must go from a number to a larger one, but goes from 1 to 0")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Sequential([
                    Dense(units: 2, kernelInitializer: .truncatedNormal(standardDeviation: -1), inputShape: [3])
                ])
            },
            says: "Initializer: standardDeviation must be at least 0, but is -1")
    }
}
