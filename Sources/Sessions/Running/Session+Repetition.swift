import Chapters

// Making a state again.
extension Session {
    /// Runs the cells again whose state went with one that failed; what they show is not shown twice.
    ///
    /// - Returns: why the state cannot be had, if it cannot.
    func runLostCells(
        before next: Cell, _ plan: RunPlan, _ observer: (RunNotice) -> Void
    ) throws(SessionError) -> Failure? {
        if isOver { try startHost() }
        let lost = history.takeLost()
        let again = lost.filter { $0.effect != nil }
        if !again.isEmpty { observer(.runningAgain(again.map(\.cell), before: next, loss)) }
        for (index, cell) in lost.enumerated() {
            var ran = cell
            if let compiled = ran.effect?.compiled {
                let isEnded = { plan.isEnded(at: next) }
                guard let record = perform(compiled, of: ran.cell, plan, isEnded: isEnded, observer: { _ in }) else {
                    history.loseAgain(Array(lost[index...]))
                    return nil
                }
                guard record.isRepetition(of: ran.record), let effect = lastEffect else {
                    endSession()
                    return record.status == .interrupted
                        ? record.failure : .unrepeatable(ran.cell, record, before: next, loss)
                }
                ran.effect = effect
                lastEffect = nil
            }
            history.append(ran)
        }
        return nil
    }

    /// Gives the state up, which is not that of the chapter.
    func endSession() {
        history = SessionHistory()
        lastEffect = nil
        isOver = true
    }
}

extension CellRecord {
    /// Whether the cell gave what it gave before.
    fileprivate func isRepetition(of record: CellRecord) -> Bool {
        status == record.status && outputs == record.outputs && omission == record.omission
    }
}

extension Failure {
    static func endless(before next: Cell) -> Failure {
        Failure(
            kind: .stateLost,
            message: """
                the state before this cell ended by itself each time that it was made, as by a task that fails or exits \
                after its cell; let cells wait for what they start
                """,
            location: SourceLocation(line: next.line))
    }

    fileprivate static func unrepeatable(_ cell: Cell, _ record: CellRecord, before next: Cell, _ loss: StateLoss)
        -> Failure
    {
        let loss = loss == .ended ? "when its process ended" : "with a cell that failed"
        let what = record.failure.map { "failed when it was run again (\($0.message))" } ?? "gave something else then"
        return Failure(
            kind: .stateLost,
            message: """
                the state before this cell was lost \(loss), and running the cells before it again did not \
                give it: the one in line \(cell.line) \(what); let cells give the same in each run, or let none fail
                """,
            location: SourceLocation(line: next.line))
    }
}
