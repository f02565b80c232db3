extension Output {
    /// The output as a terminal shows it.
    public var plainText: String {
        switch self {
        case .stream(_, let text), .text(let text): text
        case .html(let markup): markup
        case .figure(let figure): "[figure: \(figure.alternativeText)]"
        case .table(let table): table.plainText
        case .modelSummary(let summary): summary.plainText
        case .training(let log): log.plainText
        case .metrics(let metrics): metrics.map(\.plainText).joined(separator: " - ")
        }
    }
}

extension Metric {
    /// `loss: 0.2719`, as Keras prints it.
    public var plainText: String { "\(name): \(NumberText.metric(value))" }
}

extension TrainingLog {
    /// Keras's two lines an epoch, without the durations, and what callbacks said.
    public var plainText: String {
        epochs.map { epoch in
            let metrics = epoch.metrics.map { " - \($0.plainText)" }.joined()
            let lines = ["Epoch \(epoch.number)/\(plannedEpochs)", "\(stepsPerEpoch)/\(stepsPerEpoch)\(metrics)"]
            return (lines + epoch.remarks).joined(separator: "\n")
        }.joined(separator: "\n")
    }
}

extension TableOutput {
    /// Columns padded to their widest cell, two spaces apart, a rule under the head.
    public var plainText: String {
        let widths = columns.indices.map { index in
            ([columns[index].name] + rows.map { $0[index] }).map(\.count).max() ?? 0
        }
        let line = { (cells: [String]) in
            cells.indices.map { index in
                let padding = String(repeating: " ", count: widths[index] - cells[index].count)
                return columns[index].isNumeric ? padding + cells[index] : cells[index] + padding
            }.joined(separator: "  ").trimmingTrailingSpaces()
        }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        return ([line(columns.map(\.name)), rule] + rows.map(line)).joined(separator: "\n")
    }
}

extension String {
    func trimmingTrailingSpaces() -> String {
        var end = endIndex
        while end > startIndex, self[index(before: end)] == " " { end = index(before: end) }
        return String(self[..<end])
    }
}
