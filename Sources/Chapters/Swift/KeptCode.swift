internal import SwiftSyntax

/// The code of a text that runs when something with a name is used: the bodies of functions and types, closures that are kept.
///
/// What it mentions is looked at then. It tells whether that is before or after a name has been declared anew.
struct KeptCode: Equatable, Sendable {
    private var pieces: [Piece] = []

    private struct Piece: Equatable, Sendable {
        let names: [String]
        /// UTF-8 offsets.
        let range: Range<Int>
    }

    init() {}

    init(in statements: CodeBlockItemListSyntax) {
        pieces = statements.withConditional.flatMap { statement -> [Piece] in
            if let variable = statement.item.as(VariableDeclSyntax.self) {
                return variable.bindings.map { Piece(names: $0.pattern.names, range: $0.range) }
            }
            guard let declaration = statement.item.as(DeclSyntax.self) else { return [] }
            if let function = declaration.as(FunctionDeclSyntax.self) {
                return [Piece(names: [function.name.bareText], range: function.range)]
            }
            guard let group = declaration.asProtocol(DeclSyntaxProtocol.self) as? any DeclGroupSyntax else { return [] }
            let name = (group as? any NamedDeclSyntax)?.name.bareText
            // An extension is used with whatever it extends; its name is the best that is known.
            let extended = declaration.as(ExtensionDeclSyntax.self)?.extendedType.trimmedDescription
            return [Piece(names: [name ?? extended ?? ""], range: group.range)]
        }
    }

    /// Whether the code at a place has run, or may have, before another place is reached.
    ///
    /// - Parameter mentions: all of the text.
    func mayRun(at offset: Int, before end: Int, _ mentions: [TopLevelNames.Mention]) -> Bool {
        // A closure that is given away may be called at once.
        guard let own = pieces.first(where: { $0.range.contains(offset) && !$0.range.contains(end) }) else {
            return offset < end
        }
        var used = Set(mentions.filter { $0.time != .later && $0.offset < end }.map(\.name))
        var count = 0
        while used.count > count {
            count = used.count
            for piece in pieces where !used.isDisjoint(with: piece.names) {
                used.formUnion(mentions.filter { piece.range.contains($0.offset) }.map(\.name))
            }
        }
        return !used.isDisjoint(with: own.names)
    }
}
