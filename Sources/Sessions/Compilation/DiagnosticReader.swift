import Chapters

/// Turns the compiler's messages into diagnostics of the chapter, in which no generated name appears.
struct DiagnosticReader {
    let place: CellPlace

    /// Notes follow the error or warning that they belong to; what is not about the cell's own text is kept only where
    /// nothing else tells why the compilation failed.
    func diagnostics(from output: String) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for message in CompilerMessage.parse(output) {
            if message.severity == .note {
                guard let last = diagnostics.popLast() else { continue }
                diagnostics.append(last.adding(diagnostic(message)))
            } else {
                diagnostics.append(diagnostic(message))
            }
        }
        return diagnostics.filter { $0.message != Self.warningAboutShowing }
    }

    /// Said where the value of an expression that never returns is to be shown.
    private static let warningAboutShowing = "will never be executed"


    private func diagnostic(_ message: CompilerMessage) -> Diagnostic {
        let isOwn = message.file.hasSuffix(CellModule.fileName) || message.file.hasSuffix("main.swift")
        return Diagnostic(
            severity: message.severity, message: GeneratedNames.removed(from: message.text),
            location: isOwn ? place.location(line: message.line, column: message.column, length: message.length) : nil)
    }
}

extension Diagnostic {
    fileprivate func adding(_ note: Diagnostic) -> Diagnostic {
        Diagnostic(severity: severity, message: message, location: location, notes: notes + [note])
    }
}

/// The names that only generated text has.
enum GeneratedNames {
    /// `Cell_9f….Point` is the author's `Point`.
    static func removed(from text: String) -> String {
        text.replacing(/Cell_[0-9a-f]{32}\./, with: "").replacing(/'Cell_[0-9a-f]{32}'/, with: "an earlier cell")
    }
}
