import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct RegularizerTests {
    /// One weight of −3 and one of 2; the data's own loss is 0.
    private func model(_ regularizer: Regularizer) -> Sequential {
        let layer = Dense(units: 1, useBias: false, kernelRegularizer: regularizer, inputShape: [2])
        let model = Sequential(seed: 1, [layer])
        model.graph!.parameters[0].value = Tensor(shape: [2, 1], [-3, 2])
        return model
    }

    static let zeros = Tensor(shape: [3, 2], [Float](repeating: 0, count: 6))
    static let targets = Tensor(shape: [3, 1], [0, 0, 0])

    @Test func `the loss of a fit and of an evaluation contains the penalty`() {
        for (regularizer, penalty) in [
            (Regularizer.l1(0.5), 2.5), (.l2(0.25), 3.25), (.l1l2(l1: 0.5, l2: 0.25), 5.75),
        ] {
            let model = model(regularizer)
            model.compile(optimizer: SGD(learningRate: 1e-30), loss: .meanSquaredError)
            #expect(model.evaluate(Self.zeros, Self.targets)["loss"] == penalty)
            #expect(model.fit(Self.zeros, Self.targets, batchSize: 2, verbose: 0)["loss"] == [penalty])
        }
    }

    @Test func `its gradient is the sign for l1 and twice the weight for l2`() {
        #expect(gradients(of: model(.l1(0.5)), Self.zeros, Self.targets, loss: .meanSquaredError) == [[-0.5, 0.5]])
        #expect(gradients(of: model(.l2(0.25)), Self.zeros, Self.targets, loss: .meanSquaredError) == [[-1.5, 1]])
    }

    @Test func `the weights of a frozen layer cost nothing`() {
        let model = model(.l2(0.25))
        model.graph!.nodes[1].isTrainable = false
        model.compile(loss: .meanSquaredError)
        #expect(model.evaluate(Self.zeros, Self.targets)["loss"] == 0)
    }
}
