import Chapters

/// A file that a cell includes, as it is compiled, and the way from a place in it back to the file.
struct IncludedSource: Equatable, Sendable {
    let file: IncludedFile
    let analysis: CellAnalysis
    /// The text with what makes it wait at its top level, and other edits.
    private(set) var source: EditedSource
    private var edits: [SourceEdit]

    /// - Parameter imports: those of the cells before.
    init(_ file: IncludedFile, after imports: [ImportDeclaration] = []) {
        self.file = file
        analysis = CellAnalysis(of: file.text)
        edits = analysis.waitEdits + analysis.imports.compactMap { $0.edit(after: imports) }
        source = EditedSource(file.text, edits: edits)
    }

    /// The name that the compiler gives it: its own where it speaks of it.
    ///
    /// - Parameter index: its place among the files that the cell includes.
    func fileName(at index: Int) -> String {
        analysis.mentionsItsPosition ? file.path : "included-\(index + 1).swift"
    }

    func adding(_ edits: [SourceEdit]) -> IncludedSource {
        var edited = self
        edited.edits += edits
        edited.source = EditedSource(file.text, edits: edited.edits)
        return edited
    }

    /// What nbrun cannot run in it.
    var problems: [Diagnostic] {
        analysis.problems.map { $0.diagnostic(placing: location(offset:)) }
    }

    /// The file's place for a line and a UTF-8 column of the compiled text; what lies behind the file is its end.
    func location(line: Int, column: Int?, length: Int) -> SourceLocation {
        let last = file.lines.count
        guard line <= last else {
            return SourceLocation(file: file.path, line: last, column: file.text(ofLine: last).count + 1)
        }
        guard let column, column > 0 else { return SourceLocation(file: file.path, line: line) }
        let offset = source.originalColumn(line: line, column: column) - 1
        let before = String(decoding: file.text(ofLine: line).utf8.prefix(max(offset, 0)), as: UTF8.self)
        let added = source.addedLength(line: line, column: column, length: length)
        return SourceLocation(file: file.path, line: line, column: before.count + 1, length: max(length - added, 1))
    }

    /// The file's place for a UTF-8 offset in it.
    func location(offset: Int) -> SourceLocation {
        let before = String(decoding: file.text.utf8.prefix(offset), as: UTF8.self)
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        return SourceLocation(file: file.path, line: lines.count, column: lines[lines.count - 1].count + 1)
    }
}
