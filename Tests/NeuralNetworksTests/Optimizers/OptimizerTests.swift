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
        let initial = Float(optimizer._initialSlotValue)
        var firstSlot = [Float](repeating: initial, count: 101)
        var secondSlot = firstSlot
        for (index, gradient) in Self.gradients.enumerated() {
            var gradient = gradient
            values.withUnsafeMutableBufferPointer { values in
                gradient.withUnsafeMutableBufferPointer { gradient in
                    firstSlot.withUnsafeMutableBufferPointer { first in
                        secondSlot.withUnsafeMutableBufferPointer { second in
                            optimizer.update(
                                ParameterBlock(
                                    count: 101, values: values.baseAddress!, gradients: gradient.baseAddress!,
                                    slots: [first.baseAddress!, second.baseAddress!]),
                                step: index + 1, globalNorm: nil)
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
        for optimizer in [RMSprop(), AdamW(), Nadam(), Adagrad()] as [any Optimizer] {
            #expect(optimizer.learningRate == 0.001)
        }
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

    @Test func `AdamW lets numbers decay before it updates them`() {
        let expected = expected { w, s, g, t in
            w -= 0.1 * 0.01 * w
            s.0 = 0.9 * s.0 + (1 - 0.9) * g
            s.1 = 0.999 * s.1 + (1 - 0.999) * g * g
            w -= 0.01 * sqrt(1 - pow(0.999, t)) / (1 - pow(0.9, t)) * s.0 / (sqrt(s.1) + 1e-7)
        }
        #expect(relativeError(updated(by: AdamW(learningRate: 0.01, weightDecay: 0.1)), expected) < 1e-5)
        #expect(relativeError(updated(by: Adam(learningRate: 0.01, weightDecay: 0.1)), expected) < 1e-5)
        #expect(updated(by: AdamW()) == updated(by: AdamW(weightDecay: 0.004)))
    }

    @Test func `Adagrad takes smaller and smaller steps`() {
        let expected = expected { w, s, g, t in
            if t == 1 { s.0 = 0.1 }
            s.0 += g * g
            w -= 0.05 * g / sqrt(s.0 + 1e-7)
        }
        #expect(relativeError(updated(by: Adagrad(learningRate: 0.05)), expected) < 1e-6)
    }

    @Test func `Nadam looks a step ahead`() {
        let momentum = { (t: Double) in 0.9 * (1 - 0.5 * pow(0.96, t)) }
        let expected = expected { w, s, g, t in
            s.0 = 0.9 * s.0 + (1 - 0.9) * g
            s.1 = 0.999 * s.1 + (1 - 0.999) * g * g
            let product = (1...Int(t)).reduce(1) { $0 * momentum(Double($1)) }
            let ahead = momentum(t + 1) * s.0 / (1 - product * momentum(t + 1))
            let mean = ahead + (1 - momentum(t)) * g / (1 - product)
            w -= 0.01 * mean / (sqrt(s.1 / (1 - pow(0.999, t))) + 1e-7)
        }
        #expect(relativeError(updated(by: Nadam(learningRate: 0.01)), expected) < 1e-5)
    }

    @Test func `gradients are clipped one by one`() {
        let expected = expected { w, _, g, _ in w -= 0.1 * min(max(g, -0.25), 0.25) }
        #expect(relativeError(updated(by: SGD(learningRate: 0.1, clipValue: 0.25)), expected) < 1e-6)
    }

    @Test(arguments: [0.5, 1e3]) func `gradients are clipped to a length`(limit: Double) {
        let lengths = Self.gradients.map { $0.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot() }
        let expected = expected { w, _, g, t in
            let length = lengths[Int(t) - 1]
            w -= 0.1 * g * limit / max(length, limit)
        }
        #expect(relativeError(updated(by: SGD(learningRate: 0.1, clipNorm: limit)), expected) < 1e-6)
    }

    @Test func `a schedule gives each step its rate`() {
        let schedule = ExponentialDecay(initialLearningRate: 0.1, decaySteps: 4, decayRate: 0.5)
        let expected = expected { w, _, g, t in w -= 0.1 * pow(0.5, (t - 1) / 4) * g }
        #expect(relativeError(updated(by: SGD(learningRate: schedule)), expected) < 1e-6)
        #expect(SGD(learningRate: schedule).learningRate == 0.1)
    }

    @Test func `a gradient that is no number makes its number none, clipped or not`() {
        for optimizer in [SGD(clipValue: 1), Adam(clipNorm: 1)] as [any Optimizer] {
            var numbers: [Float] = [1, .nan, 0, 0]
            numbers.withUnsafeMutableBufferPointer { numbers in
                let first = numbers.baseAddress!
                optimizer.update(
                    ParameterBlock(count: 1, values: first, gradients: first + 1, slots: [first + 2, first + 3]),
                    step: 1, globalNorm: nil)
            }
            #expect(numbers[0].isNaN)
        }
    }
}
