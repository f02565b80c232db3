internal import SwiftParser
internal import SwiftSyntax

/// A type where it is named: behind a colon, in brackets, as what an extension extends.
public enum NamedType {
    /// The name that begins at a UTF-8 offset of a text; nil where none does. Of `Geometry.Point` that is `Geometry` alone.
    public static func name(in source: String, at offset: Int) -> String? {
        ParsingStack.withRoom(for: source) {
            let tree = Parser.parse(source: source)
            guard offset >= 0, let token = tree.token(at: AbsolutePosition(utf8Offset: offset)) else { return nil }
            return token.range.lowerBound == offset ? token.parent?.as(IdentifierTypeSyntax.self)?.name.bareText : nil
        }
    }

    /// A text with a module's name before each of these types.
    static func qualified(_ names: Set<String>, with module: String, in source: String) -> String {
        let tokens = Parser.parse(source: source).tokens(viewMode: .sourceAccurate)
        let edits = tokens.compactMap { token -> SourceEdit? in
            guard let type = token.parent?.as(IdentifierTypeSyntax.self), names.contains(type.name.bareText) else {
                return nil
            }
            return SourceEdit(inserting: "\(module).", at: token.range.lowerBound)
        }
        return EditedSource(source, edits: edits).text
    }
}
