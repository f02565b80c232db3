import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct ReshapingTests {
    @Test func `reshape keeps the numbers in their order, whatever layout a convolution prefers`() {
        let layers: [any Layer] = [Conv2D(filters: 16, kernelSize: 1, inputShape: [3, 4, 16])]
        let x = Tensor.random([2, 3, 4, 16])
        let plain = Sequential(seed: 1, layers).predict(x)
        let reshaped = Sequential(seed: 1, layers + [Reshape(targetShape: [6, -1, 4])]).predict(x)
        #expect(reshaped.shape == [2, 6, 8, 4])
        #expect(reshaped.values == plain.values)
    }

    @Test func `rescaling multiplies and adds`() {
        let model = Sequential(seed: 1, [Rescaling(scale: 0.5, offset: -1)])
        #expect(model.predict(Tensor(shape: [1, 3], [0, 2, 5])).values == [-1, 0, 1.5])
    }

    @Test func `average pooling takes the mean of the pixels within the image`() {
        let image = Tensor(shape: [1, 3, 3, 1], [1, 2, 3, 4, 5, 6, 7, 8, 9])
        #expect(Sequential(seed: 1, [AveragePooling2D()]).predict(image).values == [3])
        let same = Sequential(seed: 1, [AvgPool2D(padding: .same)]).predict(image)
        #expect(same.values == [3, 4.5, 7.5, 9])
    }

    @Test func `activation layers are the functions of their names`() {
        let x = Tensor.random([3, 7], in: -2..<2)
        let layers: [(any Layer, ActivationFunction)] = [
            (ReLU(), .relu), (ReLU(negativeSlope: 0.25), .leakyReLU(alpha: 0.25)),
            (LeakyReLU(), .leakyReLU(alpha: 0.3)),
            (ELU(), .elu), (GELU(), .gelu), (Swish(), .swish), (Tanh(), .tanh), (Sigmoid(), .sigmoid),
            (Softmax(), .softmax),
        ]
        for (layer, function) in layers {
            let expected = Sequential(seed: 1, [Activation(function)]).predict(x).values
            #expect(Sequential(seed: 1, [layer]).predict(x).values == expected)
        }
    }

    @Test func `a relu has a limit, a slope and a threshold`() {
        let x = Tensor(shape: [1, 6], [-4, -1, 0.5, 1, 2, 8])
        let relu = { (layer: ReLU) in Sequential(seed: 1, [layer]).predict(x).values }
        #expect(relu(ReLU(maxValue: 6)) == [0, 0, 0.5, 1, 2, 6])
        #expect(relu(ReLU(threshold: 0.75)) == [0, 0, 0, 1, 2, 8])
        #expect(relu(ReLU(maxValue: 3, negativeSlope: 0.5, threshold: 1)) == [-2.5, -1, -0.25, 0, 2, 3])
    }

    @Test func `softmax goes along any axis`() {
        let x = Tensor.random([2, 3, 4, 5])
        for (axis, stride) in [(1, 20), (-3, 20), (2, 5), (3, 1), (-1, 1)] {
            let result = Sequential(seed: 1, [Softmax(axis: axis)]).predict(x).values
            let size = [20: 3, 5: 4, 1: 5][stride]!
            let sum = (0..<size).reduce(0) { $0 + result[$1 * stride] }
            #expect(abs(sum - 1) < 1e-6)
            #expect(result.allSatisfy { $0 > 0 && $0 < 1 })
        }
    }

    @Test func `a model of such layers comes back from a file`() throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/model.safetensors"
        let model = Sequential(
            seed: 2,
            [
                Rescaling(scale: 0.5, offset: 0.25, inputShape: [8, 8, 2]),
                Conv2D(filters: 4, kernelSize: 3, kernelInitializer: .heNormal), LeakyReLU(negativeSlope: 0.1),
                AveragePooling2D(poolSize: 3, strides: 1, padding: .same), ELU(alpha: 0.5), ReLU(negativeSlope: 0.2),
                Reshape(targetShape: [12, -1]), GELU(), Swish(),
                Dense(units: 3, kernelInitializer: .truncatedNormal(standardDeviation: 0.5)), Tanh(), Sigmoid(),
                Softmax(axis: 1), LayerNormalization(axis: [-1, 1], center: false, gammaInitializer: .constant(2)),
                ReLU(maxValue: 2, negativeSlope: 0.25, threshold: 0.5), GaussianNoise(stddev: 0.5),
                Reshape(targetShape: [4, 3, -1]), SpatialDropout2D(rate: 0.25),
                LayerNormalization(gammaRegularizer: .l1()),
            ])
        let x = Tensor.random([3, 8, 8, 2])
        let predictions = model.predict(x).values
        try model.save(path)
        #expect(try Sequential.load(path).predict(x).values == predictions)
    }
}
