/// The cells that ran in a session, as far as its state goes, and those whose state is gone.
///
/// A cell that fails takes the process that it ran in with it. Where the state before it was not kept, that is the process
/// of earlier cells, too: they are lost, and have to run again before another cell can.
struct SessionHistory {
    /// What the state that lives is made of.
    var cells: [RanCell] = []
    /// Ran behind those.
    private(set) var lost: [RanCell] = []

    mutating func append(_ cell: RanCell) {
        if lost.isEmpty { cells.append(cell) } else { lost.append(cell) }
    }

    /// Notes that a process has ended, and with it the state of the cells that it held.
    ///
    /// - Parameter first: the process that the session began with.
    mutating func lose(_ process: Int32, first: Int32) {
        guard let index = cells.firstIndex(where: { $0.effect?.process == process }) else { return }
        keep(cells.restorableCount(atMost: index, first: first) ?? 0)
    }

    /// Notes that of all processes with a state one is the newest that lives.
    mutating func loseAll(after process: Int32) {
        let last = cells.lastIndex { $0.effect?.process == process }
        // Before the first cell with an effect there is nothing but the Prelude.
        keep(last.map { $0 + 1 } ?? 0)
    }

    /// Notes that cells are to run again after all that is lost.
    mutating func loseAgain(_ cells: [RanCell]) {
        lost += cells
    }

    /// Notes that the whole session has ended.
    mutating func loseAll() {
        keep(0)
    }

    private mutating func keep(_ count: Int) {
        lost = cells[count...] + lost
        cells.removeSubrange(count...)
    }

    /// The process that holds the newest state.
    ///
    /// - Parameter first: the process that the session began with.
    func newestProcess(first: Int32) -> Int32 {
        cells.last { $0.effect != nil }?.effect?.process ?? first
    }

    /// Hands over the cells that are to run again.
    mutating func takeLost() -> [RanCell] {
        defer { lost = [] }
        return lost
    }
}
