extension MetricKind {
    /// The part of the samples for which the largest prediction is that of the right class.
    public static let accuracy = MetricKind(name: "accuracy") { AccuracyCount() }
}

private final class AccuracyCount: MetricCount {
    private var right = 0
    private var total = 0

    var result: Double { total == 0 ? 0 : Double(right) / Double(total) }

    func add(_ batch: LossBatch, targets: TargetKind) {
        for row in 0..<batch.rows {
            let prediction = batch.predictions + row * batch.width
            let isRight =
                switch targets {
                case .classes: indexOfLargest(prediction, batch.width) == Int(batch.labels[row])
                case .numbers(1): (prediction[0] > 0.5) == (batch.numbers[row] > 0.5)
                case .numbers:
                    indexOfLargest(prediction, batch.width)
                        == indexOfLargest(batch.numbers + row * batch.width, batch.width)
                }
            right += isRight ? 1 : 0
        }
        total += batch.rows
    }
}

/// The first position of the largest value.
private func indexOfLargest(_ values: UnsafePointer<Float>, _ count: Int) -> Int {
    var largest = 0
    for index in 0..<count where values[index] > values[largest] { largest = index }
    return largest
}
