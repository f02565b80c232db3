import Chapters
import Sessions

/// Says that cells run once more, and why.
enum RepetitionText {
    /// Such as "cells 1–3 run again before cell 5: a cell that failed took the state with it, …".
    static func text(_ cells: [Cell], before next: Cell, _ loss: StateLoss) -> String {
        "\(subject(cells)) again before cell \(next.number): \(reason(loss))"
    }

    /// Such as "cells 1 to 3 run again: cell 1 holds a pipe, and a state with it cannot be kept".
    static func text(_ cells: [Cell], _ obstacle: SnapshotObstacle, of holder: Cell) -> String {
        let reason = obstacle.holding.map { "cell \(holder.number) \($0), and a state with that cannot be kept" }
        return "\(subject(cells)) again: \(reason ?? "the state behind was not kept, since \(obstacle.reason)")"
    }

    private static func subject(_ cells: [Cell]) -> String {
        let numbers = cells.map(\.number)
        return numbers.count == 1 ? "cell \(numbers[0]) runs" : "cells \(numbers.first!) to \(numbers.last!) run"
    }

    private static func reason(_ loss: StateLoss) -> String {
        switch loss {
        case .failure(let obstacle):
            "a cell that failed took the state with it" + (obstacle.map { ", since \($0.reason)" } ?? "")
        case .ended: "the process that held the state ended by itself, or was killed"
        }
    }
}
