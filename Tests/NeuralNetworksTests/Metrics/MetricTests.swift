import Tensors
import Testing

@testable import NeuralNetworks

/// Metrics of a model that passes its input on, so that the samples are the predictions.
@Suite struct MetricTests {
    /// The metric of these predictions, over two batches.
    private func value(
        _ metric: MetricKind, _ predictions: [[Float]], _ targets: [Float], loss: some Loss = .meanSquaredError
    ) -> (name: String, value: Double) {
        let targetCount = targets.count / predictions.count
        let tally = Tally(
            metrics: [metric], targets: loss._targetKind(outputShape: [predictions[0].count]),
            outputShape: [predictions[0].count])
        for row in predictions.indices {
            var (prediction, labels) = (predictions[row], [Int32(targets[row * targetCount].rounded())])
            let numbers = Array(targets[row * targetCount..<(row + 1) * targetCount])
            prediction.withUnsafeMutableBufferPointer { prediction in
                labels.withUnsafeMutableBufferPointer { labels in
                    numbers.withUnsafeBufferPointer { numbers in
                        tally.add(
                            LossBatch(
                                rows: 1, width: prediction.count, predictions: prediction.baseAddress!,
                                areLogits: false, labels: labels.baseAddress!, numbers: numbers.baseAddress!,
                                gradient: nil),
                            lossSum: 0)
                    }
                }
            }
        }
        return (tally.results[1].name, tally.results[1].value)
    }

    private static let rows: [[Float]] = [[0.1, 0.6, 0.3], [0.5, 0.2, 0.3], [0.4, 0.35, 0.25], [0.2, 0.3, 0.5]]

    @Test func `accuracy compares the largest prediction with the label`() {
        let accuracy = value(.accuracy, Self.rows, [1, 0, 2, 0], loss: .sparseCategoricalCrossentropy)
        #expect(accuracy == ("accuracy", 0.5))
        let targets: [Float] = [0, 1, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0]
        #expect(value(.accuracy, Self.rows, targets, loss: .categoricalCrossentropy) == ("accuracy", 0.5))
        // As in Keras, also where each number is a question of its own.
        #expect(value(.accuracy, Self.rows, targets, loss: .binaryCrossentropy) == ("accuracy", 0.5))
    }

    @Test func `accuracy of a single prediction asks on which side of one half it is`() {
        let accuracy = value(.accuracy, [[0.7], [0.5], [0.2], [0.9]], [1, 1, 0, 0], loss: .binaryCrossentropy)
        #expect(accuracy == ("accuracy", 0.5))
    }

    @Test func `binary accuracy counts each number`() {
        let targets: [Float] = [0, 1, 0, 1, 0, 0, 1, 1, 1, 0, 0, 0]
        let accuracy = value(.binaryAccuracy, Self.rows, targets, loss: .binaryCrossentropy)
        #expect(accuracy == ("binary_accuracy", 8.0 / 12))
    }

    @Test func `the right class is among the k largest`() {
        let labels: [Float] = [2, 1, 1, 0]
        let topK = { (k: Int) in value(.topK(k), Self.rows, labels, loss: .sparseCategoricalCrossentropy) }
        #expect(topK(1) == ("sparse_top_k_categorical_accuracy", 0))
        #expect(topK(2).value == 0.5)
        #expect(topK(3).value == 1)
        let targets: [Float] = [0, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0]
        let named = value(.topK(2), Self.rows, targets, loss: .categoricalCrossentropy)
        #expect(named == ("top_k_categorical_accuracy", 0.5))
        #expect(value(.topK(1), [[0.5, 0.5]], [1], loss: .sparseCategoricalCrossentropy).value == 1)
    }

    @Test func `precision and recall are over all numbers`() {
        let predictions: [[Float]] = [[0.9, 0.5], [0.8, 0.6], [0.1, 0.7]]
        let targets: [Float] = [1, 1, 0, 1, 1, 0]
        #expect(value(.precision, predictions, targets) == ("precision", 0.5))
        #expect(value(.recall, predictions, targets) == ("recall", 0.5))
        #expect(value(.precision, [[0.1]], [1]).value == 0)
        #expect(value(.recall, [[0.9]], [0]).value == 0)
    }

    @Test func `the area under the curve is that of Keras's example`() {
        let auc = value(.auc, [[0], [0.5], [0.3], [0.9]], [0, 0, 1, 1])
        #expect(auc == ("auc", 0.75))
        #expect(value(.auc, [[0.2], [0.4], [0.6]], [0, 0, 1]).value == 1)
        #expect(value(.auc, [[0.5], [0.5]], [0, 1]).value == 0.5)
        #expect(value(.auc, [[0.5]], [1]).value == 0)
    }

    @Test func `a prediction of NaN is above no threshold`() {
        let predictions: [[Float]] = [[.nan], [.infinity], [0.3], [-.infinity]]
        #expect(value(.auc, predictions, [1, 1, 0, 0]).value == 0.625)
        #expect(value(.precision, predictions, [1, 1, 0, 0]).value == 1)
        #expect(value(.recall, predictions, [1, 1, 0, 0]).value == 0.5)
        #expect(value(.binaryAccuracy, predictions, [1, 1, 0, 0]).value == 0.75)
    }

    @Test func `errors are means over all numbers`() {
        let predictions: [[Float]] = [[1, 2], [3, 4]]
        let targets: [Float] = [1, 0, 2, 5]
        #expect(value(.meanAbsoluteError, predictions, targets) == ("mean_absolute_error", 1))
        #expect(value(.mae, predictions, targets) == ("mae", 1))
        #expect(value(.meanSquaredError, predictions, targets) == ("mean_squared_error", 1.5))
        #expect(value(.mse, predictions, targets) == ("mse", 1.5))
    }
}
