import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct DropoutTests {
    /// What comes out of a dropout while a model learns, for inputs of 1: seen as the gradient by the first layer's bias.
    private func keptParts(rate: Double, units: Int, steps: Int, seed: UInt64 = 1) -> [[Float]] {
        let first = Dense(units: units, kernelInitializer: .zeros, biasInitializer: .ones)
        let model = Sequential(seed: seed, [first, Dropout(rate: rate)])
        let x = Tensor.random([1, 1])
        _ = model.predict(x)
        model.compile(optimizer: SGD(learningRate: 0.5), loss: .meanSquaredError)
        let bias = model.graph!.parameters[1]
        return (0..<steps).map { _ in
            bias.value = Tensor(shape: [units], [Float](repeating: 1, count: units))
            // With a target of 0 the gradient by the bias is 2 s² / units, where s is the factor that the dropout applied.
            model.fit(x, Tensor(shape: [1, units], [Float](repeating: 0, count: units)), verbose: 0)
            return bias.value.values.map { ((1 - $0) * Float(units)).squareRoot() }
        }
    }

    @Test func `keeps the right part, scaled up`() {
        let factors = keptParts(rate: 0.3, units: 20_000, steps: 1)[0]
        let dropped = factors.count { $0 == 0 }
        #expect(abs(Double(dropped) / 20_000 - 0.3) < 0.015)
        for factor in factors where factor != 0 { #expect(abs(factor - 1 / 0.7) < 0.01) }
    }

    @Test func `drops other elements in each step`() {
        let steps = keptParts(rate: 0.5, units: 1000, steps: 3)
        let agreement = zip(steps[0], steps[1]).count { ($0 == 0) == ($1 == 0) }
        #expect((400...600).contains(agreement))
        #expect(steps[1] != steps[2])
    }

    @Test func `drops the same elements for the same seed`() {
        #expect(keptParts(rate: 0.5, units: 1000, steps: 2) == keptParts(rate: 0.5, units: 1000, steps: 2))
        #expect(
            keptParts(rate: 0.5, units: 1000, steps: 1, seed: 2) != keptParts(rate: 0.5, units: 1000, steps: 1, seed: 3)
        )
    }

    @Test func `changes nothing when the model is used`() {
        let input = Tensor.random([4, 10])
        #expect(Sequential(seed: 1, [Dropout(rate: 0.9)]).predict(input).values == input.values)
    }

    /// Behind a relu the gradient goes through what came out positive; elsewhere through the same draw again.
    @Test func `gradients go where the values went, behind a relu and elsewhere`() {
        for activation in [ActivationFunction.relu, .linear] {
            let first = Dense(units: 64, activation: activation, kernelInitializer: .zeros, biasInitializer: .ones)
            let model = Sequential(seed: 8, [first, Dropout(rate: 0.5), Dense(units: 1, kernelInitializer: .ones)])
            let x = Tensor.random([2, 3])
            _ = model.predict(x)
            let gradients = gradients(of: model, x, Tensor(shape: [2, 1], [0, 0]), loss: .meanSquaredError)
            // The gradient by the last kernel is that of the loss times what came out; by the first bias, times the factor.
            let byKernel = gradients[2].map { $0 == 0 }
            let byBias = gradients[1].map { $0 == 0 }
            #expect(byKernel == byBias)
            #expect(byKernel.contains(true) && byKernel.contains(false))
        }
    }
}
