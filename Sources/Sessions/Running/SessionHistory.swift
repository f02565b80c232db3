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

    /// Notes that the whole session has ended.
    mutating func loseAll() {
        keep(0)
    }

    private mutating func keep(_ count: Int) {
        lost = cells[count...] + lost
        cells.removeSubrange(count...)
    }

    /// Hands over the cells that are to run again.
    mutating func takeLost() -> [RanCell] {
        defer { lost = [] }
        return lost
    }
}
