internal import SwiftSyntax

/// Lets whole `do` statements wait, where an `await` in them has to keep the type of what it throws.
///
/// What waits for an expression is a closure, and a closure throws `any Error`. A function does not:
///
///     do { try await load() } catch { error.code }
///     func _Statement_0() async throws { do { try await load() } catch { error.code } }; try _wait({ try await _Statement_0() })
///
/// In a function a constant cannot be given its first value, so this is only for a cell that is rejected without it.
enum WaitingStatements {
    /// Nil where there is no such statement.
    static func edits(of tree: SourceFileSyntax, instead waitEdits: [SourceEdit]) -> [SourceEdit]? {
        let ranges = tree.statements.withConditional.compactMap { statement -> Range<Int>? in
            guard let statement = statement.item.as(DoStmtSyntax.self), !statement.catchClauses.isEmpty else {
                return nil
            }
            let range = statement.range
            return waitEdits.contains { range.contains($0.range.lowerBound) } ? range : nil
        }
        guard !ranges.isEmpty else { return nil }
        let others = waitEdits.filter { edit in !ranges.contains { $0.contains(edit.range.lowerBound) } }
        return others
            + ranges.enumerated().flatMap { index, range in
                [
                    SourceEdit(inserting: "func _Statement_\(index)() async throws { ", at: range.lowerBound),
                    SourceEdit(
                        inserting: " }; try _wait({ try await _Statement_\(index)() })", at: range.upperBound),
                ]
            }
    }
}
