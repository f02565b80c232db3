import Chapters
import Testing

@testable import Sessions

/// Which cells live and which are lost when a process ends; the digits are the processes, in the cells' order.
@Suite struct SessionHistoryTests {
    struct Example: CustomTestStringConvertible {
        let processes: String
        /// Processes that were given up for memory; the state after them lives on.
        var dropped = ""
        let ended: Int32
        let living: Int

        var testDescription: String { "\(processes) without \(dropped), \(ended) ends" }
    }

    private func history(_ processes: String, dropped: String = "") throws -> SessionHistory {
        let cells = processes.map { _ in "```swift\n1\n```\n" }.joined(separator: "\n")
        let chapter = try Chapter(parsing: cells, path: "a.md")
        var history = SessionHistory()
        for (cell, digit) in zip(chapter.cells, processes) {
            let form = CellForm(cell, CellAnalysis(of: cell.source), included: [], edits: [], after: nil)
            let module = CellModule(form, after: nil, file: "a.md", environment: "")
            let place = CellPlace(cell: cell, chapter: chapter, source: module.source, firstLine: module.firstLine)
            let compiled = CompiledCell(place: place, module: module, folder: "/", origin: .cache)
            var effect = RanCell.Effect(compiled: compiled, base: 0, process: Int32(String(digit))!, obstacle: nil)
            effect.isKept = !dropped.contains(digit)
            history.append(
                RanCell(
                    key: CellKey(cell, edits: [], line: nil, goesOnAfterFailure: true), cell: cell,
                    record: CellRecord(status: .succeeded), effect: effect, isSettled: true))
        }
        return history
    }

    @Test(arguments: [
        Example(processes: "1233", ended: 3, living: 2),
        Example(processes: "1222", ended: 2, living: 1),
        Example(processes: "1111", ended: 1, living: 0),
        Example(processes: "1234", ended: 4, living: 3),
        Example(processes: "1234", ended: 9, living: 4),
        Example(processes: "1234", dropped: "2", ended: 3, living: 1),
        Example(processes: "1234", dropped: "23", ended: 4, living: 1),
        Example(processes: "12334", dropped: "3", ended: 4, living: 2),
    ])
    func `with a process goes the state of all cells in it, and of those that live on in it`(example: Example) throws {
        var history = try history(example.processes, dropped: example.dropped)
        history.lose(example.ended, first: 1)
        let numbers = 1...example.processes.count
        #expect(history.cells.map(\.cell.number) == Array(numbers.prefix(example.living)))
        #expect(history.lost.map(\.cell.number) == Array(numbers.dropFirst(example.living)))
        #expect(history.takeLost().count == numbers.count - example.living)
        #expect(history.lost.isEmpty)
    }

    @Test func `what runs after a loss is behind what was lost`() throws {
        var history = try history("122")
        history.lose(2, first: 1)
        history.append(history.lost[0])
        #expect(history.cells.count == 1)
        #expect(history.lost.map(\.cell.number) == [2, 3, 2])
        history.loseAll()
        #expect(history.takeLost().map(\.cell.number) == [1, 2, 3, 2])
    }
}
