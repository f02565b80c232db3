import Display

extension TrainingLog {
    /// The metrics of all epochs in the order in which they first came.
    var metricNames: [String] {
        epochs.reduce(into: []) { names, epoch in
            for metric in epoch.metrics where !names.contains(metric.name) { names.append(metric.name) }
        }
    }

    /// The first and the last epoch, and some at even steps between them; all where they are no more than the limit.
    func epochs(atMost limit: Int) -> [Epoch] {
        guard epochs.count > limit else { return epochs }
        let step =
            [2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000].first { epochs.count / $0 < limit } ?? epochs.count
        return epochs.enumerated().filter { index, epoch in
            index == 0 || index == epochs.count - 1 || (index + 1) % step == 0
        }.map(\.element)
    }

    /// Epochs as rows, their metrics as columns.
    func table(of epochs: [Epoch], words: Words) -> TableOutput {
        let names = metricNames
        let rows = epochs.map { epoch in
            [String(epoch.number)]
                + names.map { name in
                    epoch.metrics.first { $0.name == name }.map { NumberText.metric($0.value) } ?? "–"
                }
        }
        return TableOutput(columns: ([words.epoch] + names).map { .init(name: $0, isNumeric: true) }, rows: rows)
    }
}
