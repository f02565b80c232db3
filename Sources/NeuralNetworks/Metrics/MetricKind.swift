import Tensors

/// A number that tells how well a model does, beside its loss.
///
///     model.compile(optimizer: Adam(), loss: .sparseCategoricalCrossentropy, metrics: [.accuracy, .topK(5)])
///
/// Metrics are over all samples of an epoch or an evaluation, each of them counted once, whatever weights they have.
public struct MetricKind: Sendable {
    /// Keras's name for it, such as `accuracy`.
    public let name: String
    /// Whether more is better.
    let isBetterLarge: Bool
    /// The number in its call, such as the k of ``topK(_:)``.
    let count: Int?
    /// Starts a count over an epoch or an evaluation.
    let start: @Sendable (Comparison) -> any MetricCount

    init(
        name: String, isBetterLarge: Bool = true, count: Int? = nil,
        start: @escaping @Sendable (Comparison) -> any MetricCount
    ) {
        self.name = name
        self.isBetterLarge = isBetterLarge
        self.count = count
        self.start = start
    }
}

/// What a metric compares: predictions of a shape with such targets.
struct Comparison {
    let targets: TargetKind
    /// Of the prediction for one sample.
    let outputShape: Shape

    /// How many numbers of a prediction stand side by side on its last axis: one of each class, where it tells classes apart.
    var classCount: Int { outputShape.sizes.last ?? 1 }
}

/// A metric over the batches seen so far.
protocol MetricCount: AnyObject {
    /// What it is called in this model.
    var name: String { get }
    func add(_ batch: LossBatch)
    var result: Double { get }
}

extension LossBatch {
    /// The same batch with a row for each place of a sample, such as a pixel, whose numbers lie on the last axis.
    func places(of classCount: Int) -> LossBatch {
        LossBatch(
            rows: rows * width / classCount, width: classCount, predictions: predictions, areLogits: areLogits,
            labels: labels, numbers: numbers, gradient: gradient)
    }

    /// Predictions and targets, number by number.
    func forEachNumber(_ body: (_ prediction: Float, _ target: Float) -> Void) {
        for index in 0..<rows * width { body(predictions[index], numbers[index]) }
    }

    /// What a number is compared with: a number, or the label of its row.
    func target(_ index: Int, _ targets: TargetKind) -> Float {
        if case .classes = targets { return Float(labels[index / width]) }
        return numbers[index]
    }

    /// The predictions of a row.
    func prediction(_ row: Int) -> UnsafeBufferPointer<Float> {
        UnsafeBufferPointer(start: predictions + row * width, count: width)
    }

    /// The class that a row should have been given: its label, or the one with the largest target.
    func rightClass(_ row: Int, _ targets: TargetKind) -> Int {
        if case .classes = targets { return Int(labels[row]) }
        return UnsafeBufferPointer(start: numbers + row * width, count: width).indexOfLargest
    }
}

extension UnsafeBufferPointer<Float> {
    /// The first position of the largest value.
    var indexOfLargest: Int {
        var largest = 0
        for index in indices where self[index] > self[largest] { largest = index }
        return largest
    }
}

extension MetricKind: CustomStringConvertible {
    /// Keras's name for it, with the number in its call.
    public var description: String { count.map { "\(name)(\($0))" } ?? name }
}
