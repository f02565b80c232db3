import Chapters

/// The way from a place in a compiled cell back to the chapter.
struct CellPlace: Sendable {
    private(set) var cell: Cell
    private(set) var chapter: Chapter
    /// The cell's source as it was compiled.
    let source: EditedSource
    /// The number that the compiler gives the source's first line.
    let firstLine: Int
    /// The name that the compiler gives the cell's own text.
    var fileName = CellModule.placelessFileName
    /// What was compiled before it.
    var included: [IncludedSource] = []
    /// False where the included files were compiled alone.
    var holdsCell = true

    /// The same cell in a newer text of the chapter.
    mutating func move(to cell: Cell, of chapter: Chapter) {
        self.cell = cell
        self.chapter = chapter
    }

    /// Whether a file that the compiler names is the cell; what is generated around it counts as the cell, too.
    func isCell(file: String) -> Bool {
        file.isFile(named: fileName) || file.isFile(named: "main.swift")
    }

    /// Which of the included files one is that the compiler names.
    func indexOfIncluded(file: String) -> Int? {
        included.indices.first { file.isFile(named: included[$0].fileName(at: $0)) }
    }

    /// Whether a message is about text that only the runner wrote.
    func isGenerated(_ message: CompilerMessage) -> Bool {
        if let index = indexOfIncluded(file: message.file) {
            return included[index].source.isAdded(line: message.line, column: message.column)
        }
        guard isCell(file: message.file) else { return true }
        return source.isAdded(line: message.line - firstLine + 1, column: message.column)
    }

    /// The chapter's line, or the included file's.
    func text(at location: SourceLocation?) -> String {
        guard let location else { return "" }
        guard let file = location.file else { return chapter.text(ofLine: location.line) }
        return included.first { $0.file.path == file }?.file.text(ofLine: location.line) ?? ""
    }

    /// The author's place for one in a file that the compiler names; nil where that is not the author's.
    func location(file: String, line: Int, column: Int?, length: Int = 1) -> SourceLocation? {
        if let index = indexOfIncluded(file: file) {
            return included[index].location(line: line, column: column, length: length)
        }
        guard isCell(file: file) else { return nil }
        // The compiler speaks of the end of all that it reads as of a place in the generated file.
        guard holdsCell else { return included.last?.location(line: .max, column: nil, length: 1) }
        return location(line: line, column: column, length: length)
    }

    /// The chapter's place for a line and a UTF-8 column of the compiled text; what lies beyond the cell is its end.
    func location(line: Int, column: Int?, length: Int = 1) -> SourceLocation {
        let lines = cell.source.split(separator: "\n", omittingEmptySubsequences: false)
        let index = line - firstLine
        guard lines.indices.contains(index) else {
            let end = min(max(index, 0), lines.count - 1)
            return location(lineIndex: end, text: lines[end], offset: index < 0 ? 0 : lines[end].utf8.count, length: 1)
        }
        guard let column, column > 0 else { return SourceLocation(line: cell.line + index) }
        let offset = source.originalColumn(line: index + 1, column: column) - 1
        let added = source.addedLength(line: index + 1, column: column, length: length)
        return location(lineIndex: index, text: lines[index], offset: offset, length: max(length - added, 1))
    }

    /// The chapter's place for a UTF-8 offset in the cell's source.
    func location(offset: Int) -> SourceLocation {
        let before = cell.source.utf8.prefix(offset)
        let line = before.count { $0 == UInt8(ascii: "\n") }
        let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count + 1
        return location(line: firstLine + line, column: column)
    }

    /// The chapter's line can be longer at its head than the cell's: a fence may be indented or quoted.
    private func location(lineIndex: Int, text: Substring, offset: Int, length: Int) -> SourceLocation {
        let line = cell.line + lineIndex
        let whole = chapter.text(ofLine: line)
        let margin = whole.hasSuffix(text) ? whole.count - text.count : 0
        let before = String(decoding: text.utf8.prefix(max(offset, 0)), as: UTF8.self)
        return SourceLocation(line: line, column: margin + before.count + 1, length: length)
    }
}

extension String {
    /// Whether it is this name, or a path that ends with it.
    fileprivate func isFile(named name: String) -> Bool { self == name || hasSuffix("/\(name)") }
}
