// The compiler's warnings are the author's, not a reader's: what a notebook tries out is often not used again.

extension Diagnostic {
    /// It warns of something that is never used or changed, which is no fault in a notebook.
    public var isAboutUse: Bool {
        severity == .warning && Self.wordsOfUse.contains { message.contains($0) }
    }

    private static let wordsOfUse = [
        " was never used", " was never mutated", " was written to, but never read", " is unused",
        " was defined but never used",
    ]
}

extension RunRecord {
    /// The same without what the compiler warned of.
    public var withoutWarnings: RunRecord {
        var record = self
        for index in cells.indices { record.cells[index].diagnostics.removeAll { $0.severity == .warning } }
        return record
    }
}
