import Chapters

/// A cell that ran in this session, and what has to be known to go back to before it.
struct RanCell {
    let key: CellKey
    /// The cell as it stands in the chapter's newest text.
    var cell: Cell
    var record: CellRecord
    /// Nil for a cell whose failure left no trace in the session.
    var effect: Effect?
    /// Whether the run went on behind it, so that a later run may begin behind it, too.
    let isSettled: Bool

    /// What a cell that succeeded has changed.
    struct Effect {
        var compiled: CompiledCell
        /// Where its library lies in memory.
        let base: UInt
        /// The process that holds the state after it.
        let process: Int32
        /// Why the state before it was not kept.
        let obstacle: SnapshotObstacle?
        /// Whether the process is still there.
        var isKept = true
    }
}

/// What makes two cells the same to a session: alike, behind alike cells, they give the same.
struct CellKey: Equatable {
    private let source: String
    private let included: [IncludedFile]
    private let data: [DataFile]
    private let edits: [SourceEdit]
    private let goesOnAfterFailure: Bool
    /// Only for a cell that speaks of its own place.
    private let line: Int?

    init(_ cell: Cell, edits: [SourceEdit], line: Int?, goesOnAfterFailure: Bool) {
        source = cell.source
        included = cell.included
        data = cell.data
        self.edits = edits
        self.goesOnAfterFailure = goesOnAfterFailure
        self.line = line
    }
}

extension Array<RanCell> {
    /// How many of them a run of cells with these keys can begin with.
    func commonCount(with keys: [CellKey]) -> Int {
        zip(self, keys).prefix { $0.isSettled && $0.key == $1 }.count
    }

    /// How many of the first `count` a session can go back to: cells that share a process share their fate.
    ///
    /// - Parameter first: the process that the session began with.
    /// - Returns: nil if only a new session has the state.
    func restorableCount(atMost count: Int, first: Int32) -> Int? {
        guard count < endIndex else { return count }
        var undone = Set(self[count...].compactMap(\.effect?.process))
        if undone.contains(first) { return nil }
        if let dropped = self[..<count].last(where: { $0.effect != nil })?.effect, !dropped.isKept {
            undone.insert(dropped.process)
        }
        guard let shared = self[..<count].firstIndex(where: { $0.effect.map { undone.contains($0.process) } ?? false })
        else { return count }
        return restorableCount(atMost: shared, first: first)
    }

    /// The first cell behind some of them with which a state could not be kept, and why.
    ///
    /// - Parameter loss: how states behind all of them were lost, if they were.
    func firstObstacle(
        behind count: Int, atLast loss: StateLoss
    ) -> (index: Int, obstacle: SnapshotObstacle)? {
        for index in indices.dropFirst(count) {
            // The state before a cell has what those before it hold.
            guard let obstacle = self[index].effect?.obstacle else { continue }
            return (index: Swift.max(index - 1, 0), obstacle: obstacle)
        }
        if case .failure(let obstacle?) = loss { return (index: endIndex - 1, obstacle: obstacle) }
        return nil
    }

    /// The processes that keep a state which is not the newest, the oldest first.
    ///
    /// - Parameter first: the process that the session began with; it has little more than the Prelude, and stays.
    func droppableProcesses(first: Int32) -> [Int32] {
        let effects = compactMap(\.effect)
        let newest = effects.last?.process
        var processes: [Int32] = []
        for effect in effects where effect.isKept && effect.process != first && effect.process != newest {
            if processes.last != effect.process { processes.append(effect.process) }
        }
        return processes
    }
}
