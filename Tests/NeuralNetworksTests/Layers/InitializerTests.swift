import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct InitializerTests {
    private func kernel(_ initializer: Initializer) -> [Double] {
        let model = Sequential(
            seed: 3, [Dense(units: 100, kernelInitializer: initializer, inputShape: [300])])
        return model.graph!.parameters[0].value.values.map(Double.init)
    }

    @Test func `the variance is that of the fans, and nothing lies far out`() {
        let cases: [(Initializer, variance: Double)] = [
            (.glorotNormal, 2.0 / 400), (.heNormal, 2.0 / 300), (.lecunNormal, 1.0 / 300), (.lecunUniform, 1.0 / 300),
            (.truncatedNormal, 0.0025 * 0.7737),
        ]
        for (initializer, variance) in cases {
            let numbers = kernel(initializer)
            let measured = numbers.reduce(0) { $0 + $1 * $1 } / Double(numbers.count)
            #expect(abs(measured / variance - 1) < 0.03)
            #expect(numbers.allSatisfy { abs($0) <= 2 * (variance / 0.7737).squareRoot() * 1.0001 })
        }
    }
}
