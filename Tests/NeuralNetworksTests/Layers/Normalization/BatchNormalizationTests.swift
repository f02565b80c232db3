import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct BatchNormalizationTests {
    /// A model that is trained with a rate of nothing, so that only the moving averages change.
    private func trained(_ layer: BatchNormalization, _ x: Tensor, steps: Int = 1) -> Sequential {
        let model = Sequential(seed: 1, [layer])
        _ = model.predict(x)
        model.compile(optimizer: SGD(learningRate: 1e-30), loss: .meanSquaredError)
        model.fit(x, Tensor(shape: x.shape, [Float](repeating: 0, count: x.shape.count)), epochs: steps, verbose: 0)
        return model
    }

    @Test func `moving averages follow the mean and the variance of the batches`() {
        let x = Tensor(shape: [4, 2], [1, 10, 2, 10, 3, 10, 6, 10])
        let once = trained(BatchNormalization(momentum: 0.75), x).weightValues
        #expect(relativeError(once[2], [0.75, 2.5]) < 1e-6)
        #expect(relativeError(once[3], [0.75 + 0.25 * 3.5, 0.75]) < 1e-6)
        let twice = trained(BatchNormalization(momentum: 0.75), x, steps: 2).weightValues
        #expect(relativeError(twice[2], [0.75 + 0.75 * 0.75, 2.5 + 0.75 * 2.5]) < 1e-6)
    }

    @Test func `the model that is used takes the moving averages`() {
        let model = Sequential(seed: 1, [BatchNormalization(epsilon: 0.25, inputShape: [2])])
        let values: [[Float]] = [[2, 3], [0.5, -1], [1, 2], [3.75, 0.75]]
        for (parameter, value) in zip(model.graph!.parameters, values) {
            parameter.value = Tensor(shape: [2], value)
        }
        #expect(model.predict(Tensor(shape: [1, 2], [5, 3])).values == [4.5, 2])
    }

    @Test(arguments: [1, 3, 7, 16, 32]) func `normalizes the channels of images over all pixels of the batch`(
        channels: Int
    ) {
        let x = Tensor.random([3, 4, 5, channels], in: 2..<7)
        let model = trained(BatchNormalization(momentum: 0), x)
        let result = model.predict(x).values
        for channel in 0..<channels {
            let values = stride(from: channel, to: result.count, by: channels).map { Double(result[$0]) }
            let mean = values.reduce(0, +) / 60
            let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 60
            #expect(abs(mean) < 1e-5)
            #expect(abs(variance - 1) < 2e-3)
        }
    }

    @Test func `the loss of a training is that of normalized batches`() {
        let x = Tensor.random([32, 5], in: 3..<9)
        let model = trained(BatchNormalization(), x)
        #expect(abs(model.history!["loss"][0] - 1) < 2e-3)
    }

    @Test func `a frozen layer keeps its averages and normalizes by them`() {
        let x = Tensor(shape: [2, 1], [3, 5])
        let model = Sequential(seed: 1, [Dense(units: 1, kernelInitializer: .ones), BatchNormalization(epsilon: 1)])
        _ = model.predict(x)
        model.graph!.nodes[2].isTrainable = false
        model.graph!.parameters[5].value = Tensor(shape: [1], [3])
        let gradients = gradients(of: model, x, Tensor(shape: [2, 1], [0, 0]), loss: .meanSquaredError)
        // y = x / 2, so the gradient of the mean of y² by the bias is the mean of y.
        #expect(gradients[1] == [2])
        #expect(gradients[2...] == [[0], [0], [0], [0]])
        #expect(model.history!["loss"] == [(1.5 * 1.5 + 2.5 * 2.5) / 2])
    }

    @Test func `the averages are not among what a summary counts as trainable`() {
        let model = Sequential(seed: 1, [Dense(units: 8, inputShape: [4]), BatchNormalization()])
        let summary = model.summaryOutput
        #expect(summary.trainableCount == 4 * 8 + 8 + 16)
        #expect(summary.nonTrainableCount == 16)
    }
}
