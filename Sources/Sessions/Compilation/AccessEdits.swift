import Chapters

/// The access levels that declarations of a cell and its included files are given, so that other cells can use them, and
/// members that Swift would have made itself in the file of the type.
///
/// All of them are `package`. What fulfils a protocol for an earlier cell's type has to be public, and an initialiser that
/// fulfils one has to be written: which declarations do is left to the compiler, which names them, and is asked again until
/// it names no more.
struct AccessEdits {
    private let texts: [String]
    private let earlier: [String]
    /// The edits of each text.
    private(set) var edits: [[SourceEdit]]

    /// False where the texts are as their author wrote them.
    private(set) var areMade = true

    /// The same texts without any edits.
    var removed: AccessEdits {
        var removed = self
        removed.edits = texts.map { _ in [] }
        removed.areMade = false
        return removed
    }

    /// - Parameters:
    ///   - texts: those of the included files, and the cell's.
    ///   - analyses: theirs.
    ///   - earlier: the texts of the cells before, the latest first.
    init(of texts: [String], _ analyses: [CellAnalysis], earlier: [String]) {
        self.texts = texts
        self.earlier = earlier
        edits = analyses.map(\.accessEdits)
    }

    /// Whether they may be what the compiler complains of.
    func mayCause(_ rejection: Rejection) -> Bool {
        areMade && rejection.complaints.contains(where: \.isAboutAccess)
    }

    /// The same edits without those of the declarations that the compiler complains of; nil where these have none.
    func leavingOut(_ rejection: Rejection) -> AccessEdits? {
        var others = self
        for complaint in rejection.complaints where complaint.isAboutAccess {
            let declarations = PublicDeclarations(of: texts[complaint.text])
            guard let range = declarations.topLevelRange(at: complaint.offset) else { continue }
            others.edits[complaint.text].removeAll { range.contains($0.range.lowerBound) }
        }
        return others.edits == edits ? nil : others
    }

    /// - Returns: whether the rejection asks for more than there is.
    mutating func extend(for rejection: Rejection) -> Bool {
        let before = edits
        for complaint in rejection.complaints {
            if complaint.message.contains("must be declared public because it matches a requirement") {
                let edit = PublicDeclarations(of: texts[complaint.text]).edit(at: complaint.offset)
                add(edit.map { [$0] } ?? [], to: complaint.text)
            } else if complaint.asksForInitializer {
                let edit = PublicDeclarations(of: texts[complaint.text]).initializerEdit(at: complaint.offset)
                add(edit.map { [$0] } ?? [], to: complaint.text)
            } else if let synthesis = MissingSynthesis(complaint.message) {
                let members = SynthesizedMembers(of: texts[complaint.text], earlier: earlier)
                let edit = members.edit(adding: synthesis.requirement, at: complaint.offset)
                add(edit.map { [$0] } ?? [], to: complaint.text)
            } else if complaint.message.contains("cannot be declared public because") {
                // The type that keeps it from being public may stand in another of the texts.
                for (index, text) in texts.enumerated() { add(PublicDeclarations(of: text).typeEdits, to: index) }
            }
        }
        return edits != before
    }

    /// What becomes public is not `package` as well. The order is always the same, so that it tells whether something is new.
    private mutating func add(_ more: [SourceEdit], to text: Int) {
        let new = more.filter { !edits[text].contains($0) }
        let kept = edits[text].filter { edit in
            !(edit.replacement.hasPrefix("package") && new.contains { $0.range == edit.range })
        }
        edits[text] = (kept + new).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}

extension Rejection.Complaint {
    fileprivate var isAboutAccess: Bool {
        ["package", "public", "internal", "private", "accessible"].contains(where: message.contains)
    }

    /// Whether an initialiser that is not written would have to be more accessible than Swift makes it.
    fileprivate var asksForInitializer: Bool {
        // "initializer 'init(rawValue:)' must be as accessible as its enclosing type", or "must be declared package"
        message.contains("because it matches a requirement in")
            || message.contains("cannot have more restrictive access than its enclosing property wrapper type")
    }
}
