import Chapters

/// Turns the compiler's messages into diagnostics of the chapter, in which no generated name appears.
struct DiagnosticReader {
    let place: CellPlace
    private let earlier: EarlierCells
    private let types: TypesOfOneName
    private let conformances: EarlierConformances

    /// - Parameter module: what was compiled; nil where it knows nothing of other cells.
    init(place: CellPlace, of module: CellModule? = nil) {
        self.place = place
        earlier = module.map { EarlierCells($0.predecessors, in: place.chapter) } ?? .none
        conformances = module.map { EarlierConformances(of: $0.predecessors, in: place.chapter) } ?? .none
        types = module.map { TypesOfOneName(of: $0, in: place.chapter) } ?? TypesOfOneName()
    }

    /// Notes follow the error or warning that they belong to; nothing is said twice.
    func diagnostics(from messages: [CompilerMessage]) -> [Diagnostic] {
        let uninitialized = UninitializedVariables(in: messages)
        var diagnostics: [Diagnostic] = []
        var isLeftOut = false
        for message in uninitialized.otherMessages {
            // What is left out goes with its notes.
            if message.severity != .note { isLeftOut = isAboutTheRunner(message) }
            if isLeftOut { continue }
            if message.severity == .note {
                // A note without a place of the chapter, such as "declared here", points at nothing that can be shown.
                guard location(of: message) != nil || !message.text.hasSuffix("here") else { continue }
                // Nor is there an editor that would do it.
                if message.text == "add stubs for conformance" { continue }
                // It follows from a conformance that is stated again, which is an error.
                if diagnostics.last?.severity == .error, message.text.contains("will not be used to satisfy") {
                    continue
                }
                if let last = diagnostics.last, ReplacedFunctions.isMeant(by: last.message) { continue }
                guard let last = diagnostics.popLast() else { continue }
                diagnostics.append(last.adding(diagnostic(message)))
            } else {
                diagnostics.append(diagnostic(message))
            }
        }
        var seen: [Diagnostic] = []
        for diagnostic in diagnostics where !seen.contains(diagnostic) {
            seen.append(diagnostic.explainingAmbiguity)
        }
        // Where the author's own lines are wrong, what follows from that is not told.
        if seen.contains(where: { $0.severity == .error }) { return seen }
        return seen + uninitialized.diagnostics(placing: location(of:))
    }

    /// The errors in the author's text, with the places that they have in the cell or in an included file.
    ///
    /// "method 'm()' must be declared public" may stand at the extension that conforms; its note is at the method.
    func complaints(from messages: [CompilerMessage]) -> [Rejection.Complaint] {
        messages.enumerated().compactMap { index, message in
            guard message.severity == .error else { return nil }
            let note = messages[(index + 1)...].prefix { $0.severity == .note }
                .first { $0.text.hasSuffix("to satisfy the requirement") }
            return note.flatMap { complaint(message.text, at: $0) } ?? complaint(message.text, at: message)
        }
    }

    /// Nil where the place is not in the author's text.
    private func complaint(_ text: String, at message: CompilerMessage) -> Rejection.Complaint? {
        if let index = place.indexOfIncluded(file: message.file) {
            let offset = place.included[index].source.originalOffset(line: message.line, column: message.column)
            return Rejection.Complaint(message: text, text: index, offset: offset)
        }
        guard place.isCell(file: message.file) else { return nil }
        let line = message.line - place.firstLine + 1
        return Rejection.Complaint(
            message: text, text: place.included.count,
            offset: place.source.originalOffset(line: line, column: message.column))
    }

    /// Warnings of how a cell is compiled: that the value of an expression is shown, that an earlier cell is a module.
    private func isAboutTheRunner(_ message: CompilerMessage) -> Bool {
        guard message.severity == .warning else { return false }
        if message.text.hasSuffix(" is unused")
            || message.text.hasPrefix("extension declares a conformance of imported")
        {
            return true
        }
        return message.text == "will never be executed" && place.isGenerated(message)
    }

    private func diagnostic(_ message: CompilerMessage) -> Diagnostic {
        if let location = earlier.location(of: message, in: place.chapter) {
            return Diagnostic(severity: message.severity, message: message.textWithoutModule, location: location)
        }
        var location = location(of: message)
        if let restated = conformances.diagnostic(message, at: location) { return restated }
        var notes = message.severity == .error ? types.notes(on: message.text) : []
        if message.severity == .error, let synthesis = MissingSynthesis(message.text) {
            location = synthesis.location(in: place.text(at: location), of: location)
            notes.append(synthesis.advice)
        }
        if message.severity == .error {
            notes += [message.adviceOnAccess, privateDeclaration(missedBy: message)].compactMap { $0 }
        }
        return Diagnostic(
            severity: message.severity, message: GuardedNames.removed(from: types.named(in: message.text)),
            location: location, notes: notes)
    }

    /// Where an earlier cell declares the name that is not found, for itself alone.
    private func privateDeclaration(missedBy message: CompilerMessage) -> Diagnostic? {
        guard let missing = message.text.wholeMatch(of: /cannot find (?:type )?'([^']+)' in scope/) else { return nil }
        let name = String(missing.output.1)
        let location = earlier.location(in: place.chapter, length: name.count) {
            DeclarationPlace.offset(ofPrivate: name, in: $0)
        }
        return location.map {
            Diagnostic(
                severity: .note, message: "'\(name)' is private to its cell; declare it without that word", location: $0
            )
        }
    }

    /// Nil where it is not in the author's text.
    private func location(of message: CompilerMessage) -> SourceLocation? {
        place.location(file: message.file, line: message.line, column: message.column, length: message.length)
    }
}

extension CompilerMessage {
    /// What to do where a cell uses what is private to another one, or to a type.
    fileprivate var adviceOnAccess: Diagnostic? {
        guard
            let level = text.firstMatch(of: /is inaccessible due to '(private|fileprivate)' protection level/)?.output.1
        else { return nil }
        let reach =
            level == "private"
            ? "'private' reaches no further than the type, and the extensions of it in the same cell"
            : "'fileprivate' reaches no further than its cell"
        return Diagnostic(severity: .note, message: "\(reach); declare it without that word", location: nil)
    }

    /// `found this candidate in module 'X'`, where the place tells it better.
    fileprivate var textWithoutModule: String {
        GeneratedNames.removed(from: text.replacing(/\ in module 'Cell_[0-9a-f]+'/, with: ""))
    }
}

extension Diagnostic {
    /// With what to do where declarations of two cells are both meant.
    fileprivate var explainingAmbiguity: Diagnostic {
        guard message.hasPrefix("ambiguous use of"), notes.filter({ $0.location != nil }).count > 1 else { return self }
        let advice =
            "a declaration takes the place of an earlier cell's if both are of the same type; rename one of the two"
        return adding(Diagnostic(severity: .note, message: advice, location: nil))
    }

    fileprivate func adding(_ note: Diagnostic) -> Diagnostic {
        Diagnostic(severity: severity, message: message, location: location, notes: notes + [note])
    }
}
