import Chapters

/// Variables that have no value at a cell's end, from what the compiler says of the lines that read them there.
///
/// Within a module the compiler knows whether a variable has its value before it is read; a later cell is another module,
/// which would read whatever stands in the memory.
struct UninitializedVariables {
    /// A variable's name, and the note that tells where it is declared.
    private let found: [(name: String, declaration: CompilerMessage)]
    /// What the compiler says of the author's own lines.
    let otherMessages: [CompilerMessage]

    init(in messages: [CompilerMessage]) {
        var found: [(name: String, declaration: CompilerMessage)] = []
        var others: [CompilerMessage] = []
        var variable: String?
        for message in messages {
            if message.file.hasSuffix(CellModule.checksFileName) {
                variable = Self.name(in: message)
            } else if let name = variable, message.severity == .note {
                found.append((name, message))
                variable = nil
            } else {
                others.append(message)
                if message.severity != .note { variable = nil }
            }
        }
        self.found = found
        otherMessages = others
    }

    /// `constant 'later' used before being initialized`, or `captured by a closure before` it; of a tuple the compiler names the element, `'pair.0'`.
    private static func name(in message: CompilerMessage) -> String? {
        guard message.severity == .error, let name = message.text.firstMatch(of: /^(?:constant|variable) '([^'.]+)/)
        else {
            return nil
        }
        return String(name.output.1)
    }

    /// - Parameter location: gives the author's place for a message's.
    func diagnostics(placing location: (CompilerMessage) -> SourceLocation?) -> [Diagnostic] {
        found.map { variable in
            Diagnostic(
                severity: .error, message: "'\(variable.name)' may have no value at the end of this cell",
                location: location(variable.declaration),
                notes: [
                    Diagnostic(
                        severity: .note,
                        message: "give it one where it is declared, or in this cell on every way to its end; "
                            + "what later cells do is not looked at", location: nil)
                ])
        }
    }
}
