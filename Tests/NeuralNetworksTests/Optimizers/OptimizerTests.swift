import Glibc
import Tensors
import Testing

@testable import NeuralNetworks

/// Each optimizer against its formula in Keras's documentation, one number at a time, in double precision.
@Suite struct OptimizerTests {
    private static let gradients: [[Float]] = (0..<20).map { step in
        Tensor.random([101], seed: 100 + UInt64(step)).values
    }

    /// The numbers after twenty updates, from 0.5 each.
    private func updated(by optimizer: some Optimizer) -> [Float] {
        var values = [Float](repeating: 0.5, count: 101)
        var (firstSlot, secondSlot) = ([Float](repeating: 0, count: 101), [Float](repeating: 0, count: 101))
        for (index, gradient) in Self.gradients.enumerated() {
            var gradient = gradient
            values.withUnsafeMutableBufferPointer { values in
                gradient.withUnsafeMutableBufferPointer { gradient in
                    firstSlot.withUnsafeMutableBufferPointer { first in
                        secondSlot.withUnsafeMutableBufferPointer { second in
                            optimizer._update(
                                ParameterBlock(
                                    count: 101, values: values.baseAddress!, gradients: gradient.baseAddress!,
                                    slots: [first.baseAddress!, second.baseAddress!]),
                                step: index + 1)
                        }
                    }
                }
            }
        }
        return values
    }

    /// The same by a formula that updates a number and what is remembered of it.
    private func expected(_ formula: (_ w: inout Double, _ s: inout (Double, Double), _ g: Double, _ t: Double) -> Void)
        -> [Float]
    {
        (0..<101).map { element in
            var (value, slots) = (0.5, (0.0, 0.0))
            for (index, gradient) in Self.gradients.enumerated() {
                formula(&value, &slots, Double(gradient[element]), Double(index + 1))
            }
            return Float(value)
        }
    }

    @Test func `Adam has epsilon outside the correction of the first steps`() {
        let expected = expected { w, s, g, t in
            s.0 = 0.8 * s.0 + (1 - 0.8) * g
            s.1 = 0.95 * s.1 + (1 - 0.95) * g * g
            w -= 0.01 * sqrt(1 - pow(0.95, t)) / (1 - pow(0.8, t)) * s.0 / (sqrt(s.1) + 0.1)
        }
        let optimizer = Adam(learningRate: 0.01, beta1: 0.8, beta2: 0.95, epsilon: 0.1)
        #expect(relativeError(updated(by: optimizer), expected) < 1e-6)
    }

    @Test func `the defaults are Keras's`() {
        let expected = expected { w, s, g, t in
            s.0 = 0.9 * s.0 + (1 - 0.9) * g
            s.1 = 0.999 * s.1 + (1 - 0.999) * g * g
            w -= 0.001 * sqrt(1 - pow(0.999, t)) / (1 - pow(0.9, t)) * s.0 / (sqrt(s.1) + 1e-7)
        }
        #expect(relativeError(updated(by: Adam()), expected) < 1e-6)
        #expect(SGD().learningRate == 0.01)
        #expect(RMSprop().learningRate == 0.001)
    }

    @Test func `SGD goes down the gradient`() {
        #expect(relativeError(updated(by: SGD(learningRate: 0.1)), expected { w, _, g, _ in w -= 0.1 * g }) < 1e-6)
    }

    @Test(arguments: [false, true]) func `SGD gathers speed`(nesterov: Bool) {
        let expected = expected { w, s, g, _ in
            s.0 = 0.9 * s.0 - 0.05 * g
            w += nesterov ? 0.9 * s.0 - 0.05 * g : s.0
        }
        let optimizer = SGD(learningRate: 0.05, momentum: 0.9, nesterov: nesterov)
        #expect(relativeError(updated(by: optimizer), expected) < 1e-6)
    }

    @Test(arguments: [0, 0.7]) func `RMSprop divides by the root of the mean square`(momentum: Double) {
        let expected = expected { w, s, g, _ in
            s.0 = 0.8 * s.0 + (1 - 0.8) * g * g
            s.1 = momentum * s.1 + 0.01 * g / sqrt(s.0 + 1e-3)
            w -= s.1
        }
        let optimizer = RMSprop(learningRate: 0.01, rho: 0.8, momentum: momentum, epsilon: 1e-3)
        #expect(relativeError(updated(by: optimizer), expected) < 1e-5)
    }
}
