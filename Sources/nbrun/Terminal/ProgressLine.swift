import Display

/// The line that stands at the terminal while a model trains.
///
///     [9/14] ch6.md:140 train-small  3/25 ━━━━━━━━────────  703/1407  loss: 0.3121 - accuracy: 0.8862  1 min 20 s left
enum ProgressLine {
    static func text(_ progress: TrainingProgress, title: String, width: Int) -> String {
        let metrics = progress.metrics.map(\.plainText).joined(separator: " - ")
        let left = "\(DurationText.text(progress.secondsLeft)) left"
        let head = "\(title)  \(progress.epoch)/\(progress.epochs) "
        let tail = "  \(progress.step)/\(progress.steps)  \(metrics)  \(left)"
        let room = min(24, width - 1 - head.count - tail.count)
        guard room >= 6 else { return String((head + tail).prefix(width - 1)) }
        return head + bar(progress, width: room) + tail
    }

    private static func bar(_ progress: TrainingProgress, width: Int) -> String {
        let share = progress.steps > 0 ? Double(progress.step) / Double(progress.steps) : 0
        let done = min(width, Int(share * Double(width)))
        return String(repeating: "━", count: done) + String(repeating: "─", count: width - done)
    }
}
