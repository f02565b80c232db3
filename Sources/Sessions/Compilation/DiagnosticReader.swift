import Chapters

/// Turns the compiler's messages into diagnostics of the chapter, in which no generated name appears.
struct DiagnosticReader {
    let place: CellPlace

    /// Notes follow the error or warning that they belong to; nothing is said twice.
    func diagnostics(from messages: [CompilerMessage]) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for message in messages {
            if message.severity == .note {
                // A note without a place of the chapter, such as "declared here", points at nothing that can be shown.
                guard isOwn(message) || !message.text.hasSuffix("here") else { continue }
                guard let last = diagnostics.popLast() else { continue }
                diagnostics.append(last.adding(diagnostic(message)))
            } else {
                diagnostics.append(diagnostic(message))
            }
        }
        var seen: [Diagnostic] = []
        for diagnostic in diagnostics where !Self.isAboutTheRunner(diagnostic) && !seen.contains(diagnostic) {
            seen.append(diagnostic)
        }
        return seen
    }

    /// The errors in the cell's own text, with the places that they have in the chapter's cell.
    func complaints(from messages: [CompilerMessage]) -> [Rejection.Complaint] {
        messages.filter { $0.severity == .error && isOwn($0) }.map { message in
            let line = message.line - place.firstLine + 1
            return Rejection.Complaint(
                message: message.text, offset: place.source.originalOffset(line: line, column: message.column))
        }
    }

    /// Warnings of how a cell is compiled: that the value of an expression is shown, that an earlier cell is a module.
    private static func isAboutTheRunner(_ diagnostic: Diagnostic) -> Bool {
        guard diagnostic.severity == .warning else { return false }
        let message = diagnostic.message
        return message == "will never be executed" || message.hasSuffix(" is unused")
            || message.hasPrefix("extension declares a conformance of imported type")
    }

    private func diagnostic(_ message: CompilerMessage) -> Diagnostic {
        Diagnostic(
            severity: message.severity, message: GeneratedNames.removed(from: message.text),
            location: isOwn(message)
                ? place.location(line: message.line, column: message.column, length: message.length) : nil)
    }

    private func isOwn(_ message: CompilerMessage) -> Bool {
        message.file.hasSuffix(CellModule.fileName) || message.file.hasSuffix("main.swift")
    }
}

extension Diagnostic {
    fileprivate func adding(_ note: Diagnostic) -> Diagnostic {
        Diagnostic(severity: severity, message: message, location: location, notes: notes + [note])
    }
}
