import Synchronization

/// What is done at the end of every cell that ran through, such as showing a figure that was left open.
package enum CellEndActions {
    private static let actions = Mutex<[@Sendable () -> Void]>([])

    /// From now on the action is done whenever a cell has come to its end.
    package static func add(_ action: @escaping @Sendable () -> Void) {
        actions.withLock { $0.append(action) }
    }

    package static func run() {
        for action in actions.withLock({ $0 }) { action() }
    }
}

/// Called by the host when a cell has come to its end.
@_cdecl("nbrun_finish_cell")
public func _finishCell() {
    CellEndActions.run()
}
