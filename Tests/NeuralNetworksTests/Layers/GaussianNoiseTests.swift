import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct GaussianNoiseTests {
    private func noise(_ outputs: [Float], over x: Tensor) -> [Double] {
        zip(outputs, x.values).map { Double($0) - Double($1) }
    }

    @Test func `has a mean of 0 and the deviation asked for`() {
        let x = Tensor.random([50, 400])
        let noise = noise(trainingOutputs(of: Sequential(seed: 1, [GaussianNoise(stddev: 0.2)]), x)[0], over: x)
        let mean = noise.reduce(0, +) / Double(noise.count)
        let variance = noise.reduce(0) { $0 + $1 * $1 } / Double(noise.count)
        #expect(abs(mean) < 0.005)
        #expect(abs(variance.squareRoot() - 0.2) < 0.005)
        #expect(noise.contains { abs($0) > 0.5 })
    }

    @Test func `is another in each step, and the same for the same seed`() {
        let x = Tensor.random([3, 5])
        let outputs = { (seed: UInt64) in
            trainingOutputs(of: Sequential(seed: seed, [GaussianNoise(stddev: 0.5)]), x, steps: 2)
        }
        #expect(outputs(1)[0] != outputs(1)[1])
        #expect(outputs(1) == outputs(1))
        #expect(outputs(1) != outputs(2))
    }

    /// 5 channels do not fill a block of memory; noise in the rest of it would reach the next convolution.
    @Test func `reaches nothing but the channels that there are`() {
        let layers: [any Layer] = [
            Conv2D(filters: 5, kernelSize: 1, kernelInitializer: .zeros, inputShape: [4, 4, 3]),
            GaussianNoise(stddev: 1e-6), Conv2D(filters: 5, kernelSize: 1, kernelInitializer: .ones),
        ]
        let outputs = trainingOutputs(of: Sequential(seed: 1, layers), .random([2, 4, 4, 3]))[0]
        #expect(outputs.allSatisfy { abs($0) < 1e-4 })
        #expect(outputs.contains { $0 != 0 })
    }

    @Test func `changes nothing when the model is used`() {
        let x = Tensor.random([4, 10])
        #expect(Sequential(seed: 1, [GaussianNoise(stddev: 1)]).predict(x).values == x.values)
    }
}
