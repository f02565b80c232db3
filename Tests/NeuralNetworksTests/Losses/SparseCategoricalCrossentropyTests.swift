import Glibc
import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct SparseCategoricalCrossentropyTests {
    /// The loss of one sample with these inputs to a softmax, or these probabilities.
    private func loss(_ numbers: [Float], label: Int, areLogits: Bool) -> (loss: Double, gradient: [Float], p: [Float])
    {
        var (numbers, gradient, label) = (numbers, [Float](repeating: .nan, count: numbers.count), Int32(label))
        let loss = numbers.withUnsafeMutableBufferPointer { numbers in
            gradient.withUnsafeMutableBufferPointer { gradient in
                withUnsafePointer(to: &label) { label in
                    SparseCategoricalCrossentropy()._evaluate(
                        LossBatch(
                            rows: 1, width: numbers.count, predictions: numbers.baseAddress!, areLogits: areLogits,
                            labels: label, numbers: UnsafePointer(numbers.baseAddress!), gradient: gradient.baseAddress)
                    )
                }
            }
        }
        return (loss, gradient, numbers)
    }

    @Test func `is the surprise at the right class`() {
        let result = loss([1, 2, 4], label: 1, areLogits: true)
        let total = exp(1.0) + exp(2.0) + exp(4.0)
        #expect(abs(result.loss - (log(total) - 2)) < 1e-6)
        let probabilities = [exp(1.0) / total, exp(2.0) / total, exp(4.0) / total].map(Float.init)
        #expect(relativeError(result.p, probabilities) < 1e-6)
        #expect(relativeError(result.gradient, [probabilities[0], probabilities[1] - 1, probabilities[2]]) < 1e-6)
    }

    @Test func `does not clip what goes into a softmax`() {
        #expect(loss([-200, 0], label: 0, areLogits: true).loss == 200)
        #expect(loss([500, 0], label: 0, areLogits: true).loss == 0)
    }

    @Test func `clips probabilities from elsewhere`() {
        #expect(abs(loss([0, 1], label: 0, areLogits: false).loss - -log(1e-7)) < 1e-5)
        #expect(loss([0, 1], label: 0, areLogits: false).gradient == [0, 0])
        let inside = loss([0.25, 0.75], label: 0, areLogits: false)
        #expect(abs(inside.loss - log(4)) < 1e-6)
        #expect(inside.gradient == [-3, 1])
    }

    @Test func `divides probabilities from elsewhere by their sum`() {
        let result = loss([0.25, 0.125, 0.125], label: 0, areLogits: false)
        #expect(abs(result.loss - log(2)) < 1e-6)
        #expect(result.gradient == [-2, 2, 2])
    }

    @Test func `is not a number for inputs that are none`() {
        #expect(loss([.nan, 0], label: 0, areLogits: true).loss.isNaN)
        #expect(loss([0, .nan], label: 0, areLogits: true).loss.isNaN)
    }
}
