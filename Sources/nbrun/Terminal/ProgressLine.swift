import Display

/// The line that stands at the terminal while a model trains; the less room there is, the less it says.
///
///     [9/14] ch6.md:140 train-small  3/25 ━━━━━━━━────────  703/1407  loss: 0.3121 - accuracy: 0.8862  1 min 20 s left
///     [9/14] train-small  3/25 ━━━━────  703/1407  loss: 0.3121  1 min 20 s left
///     [9/14]  3/25 ━━━━────  1 min 20 s left
enum ProgressLine {
    private static let widestBar = 24
    private static let narrowestBar = 8
    /// Where there is least room.
    private static let shortestBar = 4

    /// - Parameter width: columns, all of which may be taken.
    static func text(_ progress: TrainingProgress, title: CellTitle, width: Int) -> String {
        let epoch = "  \(progress.epoch)/\(progress.epochs) "
        let layouts = layouts(progress, title)
        for (index, (title, parts)) in layouts.enumerated() {
            let (head, tail) = (title + epoch, parts.filter { !$0.isEmpty }.map { "  \($0)" }.joined())
            let room = min(widestBar, width - head.columns - tail.columns)
            let least = index == layouts.count - 1 ? shortestBar : narrowestBar
            if room >= least { return head + bar(progress, width: room) + tail }
        }
        let head = (title.number + epoch).shortened(to: width)
        return head + bar(progress, width: max(0, min(widestBar, width - head.columns)))
    }

    /// What is said, the most first. Where it stands and how long it takes are the last to go.
    private static func layouts(_ progress: TrainingProgress, _ title: CellTitle) -> [(String, [String])] {
        let steps = "\(progress.step)/\(progress.steps)"
        let metrics = progress.metrics.map(\.plainText)
        let (all, loss) = (metrics.joined(separator: " - "), metrics.first ?? "")
        let left = "\(DurationText.text(progress.secondsLeft)) left"
        return [
            (title.full, [steps, all, left]), (title.short, [steps, all, left]), (title.short, [steps, loss, left]),
            (title.short, [loss, left]), (title.short, [left]), (title.number, [loss, left]), (title.number, [left]),
        ]
    }

    private static func bar(_ progress: TrainingProgress, width: Int) -> String {
        let share = progress.steps > 0 ? Double(progress.step) / Double(progress.steps) : 0
        let done = min(width, Int(share * Double(width)))
        return String(repeating: "━", count: done) + String(repeating: "─", count: width - done)
    }
}
