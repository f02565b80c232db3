import Chapters
import Testing

@testable import Sessions

@Suite struct RecordRelocationTests {
    @Test func placesInTheCellMoveWithItAndThoseInIncludedFilesStay() {
        let cell = { (line: Int) in
            Cell(number: 1, options: CellOptions(), source: "risky()", tokens: [], line: line)
        }
        let shift = LineShift([(old: cell(3), new: cell(7))])
        let note = Diagnostic(severity: .note, message: "here", location: SourceLocation(file: "a.swift", line: 3))
        let error = Diagnostic(
            severity: .error, message: "no", location: SourceLocation(line: 3), notes: [note])
        let moved = CellRecord(status: .failed, diagnostics: [error]).moved(by: shift).diagnostics
        #expect(moved.map(\.location) == [SourceLocation(line: 7)])
        #expect(moved.map(\.notes) == [[note]])
    }
}
