import Glibc
import Tensors
import Testing

@testable import NeuralNetworks

/// Each loss against its formula, one number at a time, in double precision.
@Suite struct LossTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let loss: any Loss
        var areLogits = false
        let predictions: [Float]
        let targets: [Float]
        /// The loss of one row.
        let formula: @Sendable (_ y: [Double], _ t: [Double]) -> Double
    }

    private static let width = 3
    private static let anywhere: [Float] = [0.3, -1.2, 2.5, 0, 4, -3.5]
    private static let probabilities: [Float] = [0.3, 0.5, 0.2, 0.9, 0.4, 0.7]
    private static let numbers: [Float] = [0.5, -1.2, 0, 1, -2, 3]
    private static let classes: [Float] = [0, 1, 0, 0, 0, 1]
    private static let answers: [Float] = [1, 0, 0, 1, 1, 0]

    static let cases: [Case] = [
        Case(
            testDescription: "mean squared error", loss: .meanSquaredError, predictions: anywhere, targets: numbers,
            formula: { mean($0, $1) { ($0 - $1) * ($0 - $1) } }),
        Case(
            testDescription: "mean absolute error", loss: .meanAbsoluteError, predictions: anywhere, targets: numbers,
            formula: { mean($0, $1) { abs($0 - $1) } }),
        Case(
            testDescription: "Huber", loss: .huber, predictions: anywhere, targets: numbers,
            formula: { mean($0, $1) { huber($0 - $1, delta: 1) } }),
        Case(
            testDescription: "Huber with delta 2.25", loss: Huber(delta: 2.25), predictions: anywhere, targets: numbers,
            formula: { mean($0, $1) { huber($0 - $1, delta: 2.25) } }),
        Case(
            testDescription: "categorical after a softmax", loss: .categoricalCrossentropy, areLogits: true,
            predictions: anywhere, targets: classes, formula: { surprise(softmax($0), $1) }),
        Case(
            testDescription: "categorical from logits, smoothed",
            loss: CategoricalCrossentropy(fromLogits: true, labelSmoothing: 0.3), predictions: anywhere,
            targets: classes, formula: { surprise(softmax($0), $1.map { $0 * 0.7 + 0.1 }) }),
        Case(
            testDescription: "categorical from probabilities", loss: .categoricalCrossentropy,
            predictions: probabilities, targets: classes,
            formula: { y, t in surprise(y.map { $0 / y.reduce(0, +) }, t) }),
        Case(
            testDescription: "categorical from probabilities, smoothed",
            loss: CategoricalCrossentropy(labelSmoothing: 0.3),
            predictions: probabilities, targets: classes,
            formula: { y, t in surprise(y.map { $0 / y.reduce(0, +) }, t.map { $0 * 0.7 + 0.1 }) }),
        Case(
            testDescription: "binary after a sigmoid", loss: .binaryCrossentropy, areLogits: true,
            predictions: anywhere, targets: answers, formula: { mean($0.map(sigmoid), $1, binary) }),
        Case(
            testDescription: "binary from logits, smoothed",
            loss: BinaryCrossentropy(fromLogits: true, labelSmoothing: 0.2), predictions: anywhere, targets: answers,
            formula: { mean($0.map(sigmoid), $1.map { $0 * 0.8 + 0.1 }, binary) }),
        Case(
            testDescription: "binary from probabilities", loss: .binaryCrossentropy, predictions: probabilities,
            targets: answers, formula: { mean($0, $1, binary) }),
        Case(
            testDescription: "binary from probabilities, smoothed", loss: BinaryCrossentropy(labelSmoothing: 0.2),
            predictions: probabilities, targets: answers,
            formula: { mean($0, $1.map { $0 * 0.8 + 0.1 }, binary) }),
    ]

    @Test(arguments: cases) func `is the sum over the rows, each times its weight`(test: Case) {
        for weights in [[1, 1], [0.5, 3]] as [[Float]] {
            let expected = (0..<2).reduce(0) { $0 + Double(weights[$1]) * Self.loss(test, row: $1, test.predictions) }
            let result = evaluated(test, weights: weights == [1, 1] ? nil : weights)
            #expect(abs(result.loss - expected) < 1e-5 * max(expected, 1))
        }
    }

    @Test(arguments: cases) func `the gradient is the slope of the mean`(test: Case) {
        let weights: [Float] = [0.5, 3]
        let slopes = test.predictions.indices.map { index -> Float in
            let at = { (step: Float) in
                var moved = test.predictions
                moved[index] += step
                return Double(weights[index / Self.width]) * Self.loss(test, row: index / Self.width, moved)
            }
            return Float(
                (at(1e-3) - at(-1e-3)) / Double((test.predictions[index] + 1e-3) - (test.predictions[index] - 1e-3)) / 2
            )
        }
        let gradient = evaluated(test, weights: weights).gradient
        for (index, (slope, number)) in zip(slopes, gradient).enumerated() {
            // On a kink of |e| the derivative is 0, between the slopes of both sides.
            let tolerance: Float = test.predictions[index] == test.targets[index] ? 1e-3 : 2e-3
            #expect(abs(number - slope) < tolerance * max(abs(slope), 1), "number \(index): \(number), \(slope)")
        }
    }

    @Test(arguments: cases.filter(\.areLogits)) func `predictions take the place of logits`(test: Case) {
        let isBinary = test.loss is BinaryCrossentropy
        let expected = (0..<2).flatMap { row -> [Float] in
            let logits = Self.row(row, test.predictions)
            return (isBinary ? logits.map(Self.sigmoid) : Self.softmax(logits)).map(Float.init)
        }
        #expect(relativeError(evaluated(test, weights: nil).predictions, expected) < 1e-6)
    }

    @Test(arguments: cases.filter { !$0.areLogits }) func `predictions that are no logits stay as they are`(test: Case)
    {
        #expect(evaluated(test, weights: nil).predictions == test.predictions)
    }

    /// Keras takes what went into a softmax for what goes into a sigmoid, and the other way round; see the losses.
    @Test func `an activation that is not the loss's own gives probabilities`() {
        let x = Tensor(shape: [2, 3], [0.5, -1, 2, 1, 0, -0.5])
        let y = Tensor(shape: [2, 3], [0, 0, 1, 1, 0, 0])
        let pairs: [(ActivationFunction, any Loss)] = [
            (.softmax, .binaryCrossentropy), (.sigmoid, .categoricalCrossentropy),
        ]
        for (activation, loss) in pairs {
            let model = Sequential(seed: 1, [Activation(activation, inputShape: [3])])
            let plain = Sequential(seed: 1, [Activation(.linear, inputShape: [3])])
            for model in [model, plain] { model.compile(optimizer: .sgd, loss: loss) }
            let expected = plain.evaluate(model.predict(x), y)["loss"]
            #expect(abs(model.evaluate(x, y)["loss"] - expected) < 1e-6)
        }
    }

    @Test(arguments: cases) func `is not a number for predictions that are none`(test: Case) {
        var test = test
        test = Case(
            testDescription: "", loss: test.loss, areLogits: test.areLogits,
            predictions: [.nan] + test.predictions.dropFirst(), targets: test.targets, formula: test.formula)
        #expect(evaluated(test, weights: nil).loss.isNaN)
    }

    // MARK: What the formulas are made of

    private func evaluated(
        _ test: Case, weights: [Float]?
    ) -> (loss: Double, gradient: [Float], predictions: [Float]) {
        var (predictions, gradient) = (test.predictions, [Float](repeating: .nan, count: 6))
        let loss = predictions.withUnsafeMutableBufferPointer { predictions in
            gradient.withUnsafeMutableBufferPointer { gradient in
                test.targets.withUnsafeBufferPointer { targets in
                    (weights ?? [1, 1]).withUnsafeBufferPointer { buffer in
                        test.loss._evaluate(
                            LossBatch(
                                rows: 2, width: Self.width, predictions: predictions.baseAddress!,
                                areLogits: test.areLogits,
                                labels: UnsafeRawPointer(targets.baseAddress!).assumingMemoryBound(to: Int32.self),
                                numbers: targets.baseAddress!,
                                weights: weights == nil ? nil : buffer.baseAddress!, gradient: gradient.baseAddress!))
                    }
                }
            }
        }
        return (loss, gradient, predictions)
    }

    private static func row(_ row: Int, _ numbers: [Float]) -> [Double] {
        numbers[(row * width)..<((row + 1) * width)].map(Double.init)
    }

    private static func loss(_ test: Case, row: Int, _ predictions: [Float]) -> Double {
        test.formula(self.row(row, predictions), self.row(row, test.targets))
    }

    private static func mean(_ y: [Double], _ t: [Double], _ loss: (Double, Double) -> Double) -> Double {
        zip(y, t).reduce(0) { $0 + loss($1.0, $1.1) } / Double(y.count)
    }

    private static func huber(_ error: Double, delta: Double) -> Double {
        abs(error) <= delta ? error * error / 2 : delta * (abs(error) - delta / 2)
    }

    private static func softmax(_ y: [Double]) -> [Double] {
        y.map { exp($0) / y.reduce(0) { $0 + exp($1) } }
    }

    private static func sigmoid(_ y: Double) -> Double { 1 / (1 + exp(-y)) }

    private static func surprise(_ p: [Double], _ t: [Double]) -> Double {
        zip(p, t).reduce(0) { $0 - $1.1 * log($1.0) }
    }

    private static func binary(_ p: Double, _ t: Double) -> Double { -t * log(p) - (1 - t) * log(1 - p) }
}
