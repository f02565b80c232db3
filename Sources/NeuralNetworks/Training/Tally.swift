import Display

/// Loss and metrics over the batches seen so far, each weighted by its number of samples.
final class Tally {
    private let counts: [any MetricCount]
    private var lossSum = 0.0
    private var sampleCount = 0
    /// The loss of the batch seen last.
    private(set) var lastLoss = 0.0

    /// A tally of predictions that are compared with such targets; stops the cell where a metric cannot be.
    init(metrics: [MetricKind], targets: TargetKind) {
        counts = metrics.map { $0.start(targets) }
    }

    func add(_ batch: LossBatch, lossSum: Double) {
        self.lossSum += lossSum
        sampleCount += batch.rows
        lastLoss = lossSum / Double(batch.rows)
        for count in counts { count.add(batch) }
    }

    /// The loss first, then the metrics in the author's order.
    var results: [Metric] {
        let loss = Metric(name: "loss", value: lossSum / Double(max(sampleCount, 1)))
        return [loss] + counts.map { Metric(name: $0.name, value: $0.result) }
    }
}
