import Tensors
import Testing

@testable import NeuralNetworks

/// All passes of dense layers over many sizes: oneDNN chooses other kernels for other sizes, and not all of them hold.
@Suite struct DenseShapesTests {
    static let outputCounts = [1, 10, 64, 1024, 1056, 1088, 1100, 2047, 2048, 4096, 8192]
    private static let inputCounts = [1, 2, 10, 16, 17, 32, 33, 300]
    private static let rowCounts = [1, 7, 32, 67, 128, 130]

    @Test(arguments: outputCounts) func `all passes are what their definitions say`(outputs: Int) {
        for inputs in Self.inputCounts {
            for rows in Self.rowCounts where rows * inputs * outputs <= 1_200_000 {
                expectPasses(rows: rows, inputs: inputs, outputs: outputs)
            }
        }
    }

    /// So many weights lie in panels, for loops of our own; oneDNN's kernels read them where those are not for the sizes.
    @Test(arguments: [1, 4, 12, 16, 20]) func `all passes are what they are where weights lie in panels`(rows: Int) {
        expectPasses(rows: rows, inputs: 16, outputs: 65536)
        expectPasses(rows: rows, inputs: 32, outputs: 32768)
        expectPasses(rows: rows, inputs: 8, outputs: 131072)
    }

    @Test(arguments: [1, 32]) func `a last, smaller batch learns the same way`(batchSize: Int) {
        let model = autoencoder()
        let (x, y) = (Tensor.random([batchSize + 1, 8]), Tensor(ones: [batchSize + 1, 2048]))
        let history = model.fit(x, y, epochs: 20, batchSize: batchSize, shuffle: false, verbose: 0)
        #expect(history["loss"].last! < history["loss"].first!)
    }

    @Test func `an autoencoder with few numbers in its middle learns`() {
        let model = autoencoder()
        let history = model.fit(Tensor(ones: [32, 8]), Tensor(ones: [32, 2048]), epochs: 200, verbose: 0)
        #expect(history["loss"].last! < 0.01)
    }

    private func autoencoder() -> Sequential {
        let model = Sequential(seed: 1, [Dense(units: 2, inputShape: [8]), Dense(units: 2048)])
        model.compile(optimizer: Adam(learningRate: 0.01), loss: .meanSquaredError)
        return model
    }

    /// Behind a layer that gives its own weights, as its samples are the rows of the identity: the gradient with respect to
    /// them is the one with respect to the inputs of the layer that is tried.
    private func expectPasses(rows: Int, inputs: Int, outputs: Int) {
        let first = Dense(units: inputs, useBias: false, inputShape: [rows])
        let model = Sequential(seed: 3, [first, Dense(units: outputs, biasInitializer: .randomNormal)])
        let samples = Tensor(identity: rows)
        let gradient = Tensor.random([rows, outputs], seed: 4)
        let (x, kernel, bias) = (model.weightValues[0], model.weightValues[1], model.weightValues[2])
        let plain = PlainDense(rows: rows, inputs: inputs, outputs: outputs)
        let expected = plain.gradients(x, kernel: kernel, results: gradient.values)
        let predictions = model.predict(samples, batchSize: rows).values
        let found = gradients(of: model, samples, gradient, loss: Projection())
        let errors = [
            ("forward", relativeError(predictions, plain.forward(x, kernel: kernel, bias: bias))),
            ("backward data", relativeError(found[0], expected.x)),
            ("backward weights", relativeError(found[1], expected.kernel)),
            ("bias", relativeError(found[2], expected.bias)),
        ]
        for (pass, error) in errors where error > 1e-5 {
            Issue.record("\(pass) of \(rows) rows, \(inputs) inputs, \(outputs) outputs is wrong by \(error)")
        }
    }
}
