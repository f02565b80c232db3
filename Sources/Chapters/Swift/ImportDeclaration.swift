internal import SwiftSyntax

/// An import, which holds for later cells, too.
///
/// Its module is handed on with the cell's own declarations, so that these hide it, as a file's hide what it imports:
/// `struct Date {}` is the chapter's `Date` in every later cell, although Foundation has one. A module that a later cell
/// imported itself would stand beside the chapter's, and each use would be ambiguous.
public struct ImportDeclaration: Equatable, Sendable {
    /// As it is written.
    public let text: String
    /// An import with an access level cannot be handed on; later cells make it again.
    public let isExported: Bool
    private let range: Range<Int>

    init(_ node: ImportDeclSyntax) {
        text = node.trimmedDescription
        isExported = !node.modifiers.contains(where: \.isAccessLevel) && !text.contains("@_exported")
        range = node.range
    }

    /// The edit that hands it on, or that leaves it out where an earlier cell has done so.
    public func edit(after earlier: [ImportDeclaration]) -> SourceEdit? {
        guard isExported else { return nil }
        let isRepeated = earlier.contains { $0.isExported && $0.text == text }
        return isRepeated
            ? SourceEdit(range: range, replacement: "do {}")
            : SourceEdit(inserting: "@_exported ", at: range.lowerBound)
    }
}
