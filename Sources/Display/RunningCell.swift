import Synchronization

/// The cell that runs, for what depends on whether something happened in it or in an earlier one.
package struct RunningCell: Equatable, Sendable {
    private let number: Int

    private static let count = Atomic(0)

    package static var current: RunningCell { RunningCell(number: count.load(ordering: .relaxed)) }

    fileprivate static func begin() { count.add(1, ordering: .relaxed) }
}

/// Called by the host before each cell.
@_cdecl("nbrun_begin_cell")
public func _beginCell() { RunningCell.begin() }
