import Chapters

/// The cells before one, by the modules that they became: where the declarations are that the compiler speaks of.
struct EarlierCells: Equatable, Sendable {
    private let cells: [String: Cell]

    static let none = EarlierCells([:])

    private init(_ cells: [String: Cell]) { self.cells = cells }

    init(_ modules: [CellModule.Predecessor], in chapter: Chapter) {
        let numbered = Dictionary(chapter.cells.map { ($0.number, $0) }) { first, _ in first }
        let pairs = modules.compactMap { earlier in numbered[earlier.number].map { (earlier.name, $0) } }
        cells = Dictionary(pairs) { first, _ in first }
    }

    /// The chapter's place of a declaration that the compiler shows in a buffer of its own, such as `Cell_9f….Int.twice`.
    ///
    /// - Returns: nil where it is no declaration of an earlier cell.
    func location(of message: CompilerMessage, in chapter: Chapter) -> SourceLocation? {
        guard let module = message.file.split(separator: ".").first, let cell = cells[String(module)] else {
            return nil
        }
        let name = message.pointedName
        return Self.location(in: cell, of: chapter, length: name.count) { DeclarationPlace.offset(of: name, in: $0) }
    }

    /// The chapter's place of what is found in the text of an earlier cell, the latest first.
    ///
    /// - Parameter offset: gives its UTF-8 offset in a text, or nil.
    func location(in chapter: Chapter, length: Int, offset: (String) -> Int?) -> SourceLocation? {
        for cell in cells.values.sorted(by: { $0.number > $1.number }) {
            if let found = Self.location(in: cell, of: chapter, length: length, offset: offset) { return found }
        }
        return nil
    }

    private static func location(
        in cell: Cell, of chapter: Chapter, length: Int, offset: (String) -> Int?
    ) -> SourceLocation? {
        if let offset = offset(cell.source) {
            let place = CellPlace(
                cell: cell, chapter: chapter, source: EditedSource(cell.source, edits: []), firstLine: 1)
            let location = place.location(offset: offset)
            return SourceLocation(line: location.line, column: location.column, length: length)
        }
        for included in cell.included.map({ IncludedSource($0) }) {
            guard let offset = offset(included.file.text) else { continue }
            let location = included.location(offset: offset)
            return SourceLocation(
                file: location.file, line: location.line, column: location.column, length: length)
        }
        return nil
    }
}

extension CompilerMessage {
    /// The name, or the operator, that the caret stands below.
    fileprivate var pointedName: String {
        let word = String(decoding: source.utf8.dropFirst(column - 1), as: UTF8.self)
        let name = word.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        return String(name.isEmpty ? word.prefix { !$0.isWhitespace && $0 != "(" } : name)
    }
}
