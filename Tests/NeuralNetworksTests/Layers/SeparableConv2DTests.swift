import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct SeparableConv2DTests {
    @Test(arguments: [(1, 3, 1), (3, 7, 2), (16, 32, 1), (20, 16, 2)])
    func `predicts what its two steps do one after another`(channels: Int, filters: Int, multiplier: Int) {
        let shape: Shape = [8, 9, channels]
        let separable = Sequential(
            seed: 1,
            [
                SeparableConv2D(
                    filters: filters, kernelSize: 3, strides: 2, padding: .same, depthMultiplier: multiplier,
                    activation: .relu, inputShape: shape)
            ])
        let steps = Sequential(
            seed: 2,
            [
                DepthwiseConv2D(
                    kernelSize: 3, strides: 2, padding: .same, depthMultiplier: multiplier, useBias: false,
                    inputShape: shape), Conv2D(filters: filters, kernelSize: 1, activation: .relu),
            ])
        for (one, other) in zip(steps.graph!.parameters, separable.graph!.parameters) { one.value = other.value }
        let x = Tensor.random([5, 8, 9, channels])
        #expect(separable.predict(x).shape == steps.predict(x).shape)
        #expect(relativeError(separable.predict(x).values, steps.predict(x).values) < 1e-5)
    }

    @Test func `its numbers have Keras's names and shapes`() {
        let layer = SeparableConvolution2D(filters: 7, kernelSize: (3, 2), depthMultiplier: 4, inputShape: [8, 8, 5])
        let parameters = Sequential(seed: 1, [layer]).graph!.parameters
        #expect(parameters.map(\.name) == ["depthwise_kernel", "pointwise_kernel", "bias"])
        #expect(parameters.map(\.shape) == [[3, 2, 5, 4], [1, 1, 20, 7], [7]])
    }

    @Test func `a frozen one lets gradients through`() {
        let model = Sequential(
            seed: 1,
            [
                Conv2D(filters: 3, kernelSize: 1, inputShape: [5, 5, 2]),
                SeparableConv2D(filters: 4, kernelSize: 3, name: "frozen"), Flatten(), Dense(units: 1),
            ])
        model["frozen"].isTrainable = false
        let before = model.weightValues
        model.compile(optimizer: .sgd, loss: .meanSquaredError)
        model.fit(.random([4, 5, 5, 2]), .random([4, 1]), verbose: 0)
        #expect(model.weightValues[0] != before[0])
        #expect(Array(model.weightValues[2...4]) == Array(before[2...4]))
    }

    @Test func `a model with it comes back from a file`() throws {
        let layer = SeparableConv2D(
            filters: 5, kernelSize: (3, 2), strides: 2, padding: .same, depthMultiplier: 2, activation: .tanh,
            depthwiseInitializer: .heNormal, pointwiseInitializer: .heUniform, biasInitializer: .constant(0.5),
            depthwiseRegularizer: .l2(0.1), pointwiseRegularizer: .l1(0.2), biasRegularizer: .l2(0.3),
            inputShape: [6, 7, 3])
        let dilated = SeparableConv2D(filters: 3, kernelSize: 2, dilationRate: (2, 1), useBias: false)
        try expectToComeBack([layer, dilated])
    }

    @Test func `it checks what it is given`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = SeparableConv2D(filters: 0, kernelSize: 3)
            },
            says: "SeparableConv2D: filters must be at least 1, but is 0")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = SeparableConv2D(filters: 4, kernelSize: 3, depthMultiplier: -1)
            },
            says: "SeparableConv2D: depthMultiplier must be at least 1, but is -1")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = SeparableConv2D(filters: 4, kernelSize: "3")
            },
            says: "SeparableConv2D: kernelSize must be a whole number or a pair of them, but is 3")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Sequential([SeparableConv2D(filters: 4, kernelSize: 3, inputShape: [28, 28])])
            },
            says: "separable_conv2d: expected a shape (height, width, channels), but received (28, 28)")
    }
}
