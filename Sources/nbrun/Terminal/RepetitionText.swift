import Chapters
import Sessions

/// Says that cells run once more, and why.
enum RepetitionText {
    /// Such as "cells 1–3 run again before cell 5: a cell that failed took the state with it, …".
    static func text(_ cells: [Cell], before next: Cell, _ loss: StateLoss) -> String {
        let numbers = cells.map(\.number)
        let subject =
            numbers.count == 1 ? "cell \(numbers[0]) runs" : "cells \(numbers.first!) to \(numbers.last!) run"
        return "    \(subject) again before cell \(next.number): \(reason(loss))"
    }

    private static func reason(_ loss: StateLoss) -> String {
        switch loss {
        case .failure(let obstacle):
            "a cell that failed took the state with it" + (obstacle.map { ", since \($0.reason)" } ?? "")
        case .ended: "the process that held the state ended by itself, or was killed"
        }
    }
}
