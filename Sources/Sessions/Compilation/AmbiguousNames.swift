import Chapters

/// Mentions that are written with the module of the cell that declares their name, since another module has it, too.
///
///     struct Data { … }       cell 1
///     import Foundation       cell 2: its Data stands beside the chapter's
///     let data = Data()       cell 3
///
/// In a single file the chapter's own hides an imported one, wherever the import stands. Which mentions are concerned is left
/// to the compiler, which alone knows what a module declares.
struct AmbiguousNames {
    private let texts: [Text]
    /// The edits of each text.
    private(set) var edits: [[SourceEdit]]

    /// What an author wrote.
    struct Text {
        let source: String
        let names: TopLevelNames

        /// Those of all that is mentioned in the statement at an offset.
        fileprivate func offsets(ofStatementAt offset: Int) -> [Int] {
            let statement = PublicDeclarations(of: source).topLevelRange(at: offset)
            return names.mentions.map(\.offset).filter { statement?.contains($0) ?? false }
        }
    }

    /// - Parameter texts: those of the included files, and the cell's.
    init(of texts: [Text]) {
        self.texts = texts
        edits = texts.map { _ in [] }
    }

    /// - Parameter earlier: the modules of the chain, the first one first.
    /// - Returns: whether the rejection asks for more than there is.
    mutating func extend(for rejection: Rejection, after earlier: [CellModule.Predecessor]) -> Bool {
        let complaints = rejection.complaints.filter(\.isAboutAmbiguity)
        guard !complaints.isEmpty else { return false }
        let own = texts.reduce(into: Set<String>()) { $0.formUnion($1.names.exported) }
        let before = edits
        for (index, text) in texts.enumerated() {
            let offsets = complaints.filter { $0.text == index }.flatMap { $0.offsets(in: text) }
            for edit in Self.edits(of: text, complainedOfAt: offsets, after: earlier, except: own)
            where !edits[index].contains(edit) {
                edits[index].append(edit)
            }
        }
        return edits != before
    }

    /// A type hides an imported one altogether, so that all its mentions are meant; a function only the one of its very type.
    private static func edits(
        of text: Text, complainedOfAt offsets: [Int], after earlier: [CellModule.Predecessor], except own: Set<String>
    ) -> [SourceEdit] {
        func module(of name: String) -> CellModule.Predecessor? {
            own.contains(name) ? nil : earlier.last { $0.exported.contains(name) }
        }
        let mentions = text.names.mentions.compactMap { mention -> SourceEdit? in
            guard let module = module(of: mention.name),
                module.types.contains(mention.name) || offsets.contains(mention.offset)
            else { return nil }
            return mention.edit(prefix: "\(module.name).")
        }
        let types = offsets.compactMap { offset in
            NamedType.name(in: text.source, at: offset).flatMap(module)
                .map { SourceEdit(inserting: "\($0.name).", at: offset) }
        }
        return mentions + types
    }
}

extension Rejection.Complaint {
    fileprivate var isAboutAmbiguity: Bool {
        ["ambiguous use of", "is ambiguous for type lookup"].contains(where: message.contains)
            || isAboutKeyPath || isWithoutWords
    }

    /// Where the mentions stand that may be meant.
    fileprivate func offsets(in text: AmbiguousNames.Text) -> [Int] {
        if isWithoutWords { return text.offsets(ofStatementAt: offset) }
        // The complaint may stand at the backslash before the root.
        return isAboutKeyPath ? [offset, offset + 1] : [offset]
    }

    /// A key path whose root is ambiguous is told as one that has invalid components.
    private var isAboutKeyPath: Bool { message.contains("invalid component of Swift key path") }

    /// Where two names of one expression are ambiguous, the compiler may have no words for it.
    fileprivate var isWithoutWords: Bool { message.contains("failed to produce diagnostic for expression") }
}
