import Chapters

/// The declarations of a cell that have to be public because they fulfil a protocol for an earlier cell's type.
///
/// Which ones is left to the compiler: it names them, and is asked again until it names no more.
struct AccessEdits {
    private let texts: [String]
    /// The edits of each text.
    private(set) var edits: [[SourceEdit]]

    /// - Parameter texts: those of the included files, and the cell's.
    init(of texts: [String]) {
        self.texts = texts
        edits = texts.map { _ in [] }
    }

    /// - Returns: whether the rejection asks for more than there is.
    mutating func extend(for rejection: Rejection) -> Bool {
        let before = edits
        for complaint in rejection.complaints {
            if complaint.message.contains("must be declared public because it matches a requirement") {
                let edit = PublicDeclarations(of: texts[complaint.text]).edit(at: complaint.offset)
                add(edit.map { [$0] } ?? [], to: complaint.text)
            } else if complaint.message.contains("cannot be declared public because") {
                // The type that keeps it from being public may stand in another of the texts.
                for (index, text) in texts.enumerated() { add(PublicDeclarations(of: text).typeEdits, to: index) }
            }
        }
        return edits != before
    }

    private mutating func add(_ more: [SourceEdit], to text: Int) {
        edits[text] += more.filter { !edits[text].contains($0) }
    }
}
