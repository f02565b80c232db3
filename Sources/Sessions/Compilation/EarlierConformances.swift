import Chapters

/// What a cell says of conformances that earlier cells have settled, and that Swift would go on without.
///
///     extension Point: CustomStringConvertible { … }     in two cells: Swift only warns, and prints the earlier one's text
///     extension Point { static func < … }                where an earlier cell made it Comparable: not used for sorting
struct EarlierConformances: Sendable {
    private let cells: EarlierCells
    private let known: Conformances
    private let types: Set<String>
    private let chapter: Chapter?

    static let none = EarlierConformances(cells: .none, known: Conformances(), types: [], chapter: nil)

    private init(cells: EarlierCells, known: Conformances, types: Set<String>, chapter: Chapter?) {
        (self.cells, self.known, self.types, self.chapter) = (cells, known, types, chapter)
    }

    /// - Parameter modules: the earlier cells'.
    init(of modules: [CellModule.Predecessor], in chapter: Chapter) {
        self.init(
            cells: EarlierCells(modules, in: chapter), known: modules.last?.conformances ?? Conformances(),
            types: modules.reduce(into: []) { $0.formUnion($1.types) }, chapter: chapter)
    }

    /// The members of a text that would be used only where they are called by name.
    ///
    /// - Parameter location: gives the author's place for a UTF-8 offset.
    func problems(of analysis: CellAnalysis, placing location: (Int) -> SourceLocation) -> [Diagnostic] {
        known.unused(by: analysis.conformances).map { unused in
            let place = location(unused.offset)
            let isDefault = unused.type == unused.proto
            let who = isDefault ? "'\(unused.type)' has" : "'\(unused.type)' conforms to '\(unused.proto)' and has"
            return Diagnostic(
                severity: .error,
                message: "\(who) the '\(unused.member)' of an earlier cell, which this one does not replace everywhere",
                location: SourceLocation(
                    file: place.file, line: place.line, column: place.column, length: unused.member.count),
                notes: isDefault ? [advice(unused.type)] : notes(unused.type, unused.proto))
        }
    }

    /// A conformance that is stated again, as an error.
    ///
    /// - Returns: nil for what is no such message, or is about a conformance of no earlier cell.
    func diagnostic(_ message: CompilerMessage, at location: SourceLocation?) -> Diagnostic? {
        guard let restated = Self.restated(in: message) else { return nil }
        let notes = notes(restated.type, restated.proto)
        guard Self.isTold(in: message.text) || notes.count > 1 else { return nil }
        return Diagnostic(
            severity: .error,
            message: "'\(restated.type)' conforms to '\(restated.proto)' already, by an earlier cell, and keeps that",
            location: location, notes: notes)
    }

    private static func restated(in message: CompilerMessage) -> (type: String, proto: String)? {
        let pattern = /(?:redundant )?conformance of '([^'<]+)(?:<.*>)?' to protocol '([^']+)'.*/
        guard message.severity != .note, let match = message.text.wholeMatch(of: pattern) else { return nil }
        let proto = match.output.2.split(separator: ".").last ?? match.output.2
        return (GeneratedNames.removed(from: String(match.output.1)), String(proto))
    }

    /// Whether the compiler warns of it, and goes on.
    static func isTold(in messages: String) -> Bool {
        messages.contains(/was already stated in the (?:type|protocol)'s module '?Cell_/)
    }

    private func notes(_ type: String, _ proto: String) -> [Diagnostic] {
        let names = known.implying(proto)
        let place = chapter.flatMap { chapter in
            cells.location(in: chapter, length: proto.count) { Conformances.offset(of: type, to: names, in: $0) }
        }
        let stated = place.map { Diagnostic(severity: .note, message: "it is stated here", location: $0) }
        return (stated.map { [$0] } ?? []) + [advice(type)]
    }

    private func advice(_ type: String) -> Diagnostic {
        let isOwn = types.contains(String(type.prefix { $0 != "." }))
        let words =
            isOwn ? "change the earlier cell, or declare '\(type)' again in this one" : "change the earlier cell"
        return Diagnostic(severity: .note, message: words, location: nil)
    }
}
