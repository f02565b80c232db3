import Chapters
import Sessions

/// Says that cells run once more, and why.
enum RepetitionText {
    /// Such as "cells 1–3 run again before cell 5: their state went with the cell that failed, …".
    static func text(_ cells: [Cell], before next: Cell, _ obstacle: SnapshotObstacle?) -> String {
        let numbers = cells.map(\.number)
        let subject =
            numbers.count == 1 ? "cell \(numbers[0]) runs" : "cells \(numbers.first!) to \(numbers.last!) run"
        let reason = obstacle.map { ", since \($0.reason)" } ?? ""
        return "    \(subject) again before cell \(next.number): a cell that failed took the state with it\(reason)"
    }
}
