internal import SwiftSyntax

/// A mention of a cell's own place that Swift would answer for the text that is compiled, not for the chapter.
public struct SourcePosition: Equatable, Sendable {
    public enum Kind: Equatable, Sendable {
        /// `#fileID`: in Swift, the module and the file.
        case file
        /// `#column`, counted from one.
        case column
        /// `#function` outside of any function.
        case topLevel
    }

    public let kind: Kind
    /// UTF-8 offsets in the source.
    public let range: Range<Int>

    /// The edit that puts the chapter's own answer there.
    ///
    /// - Parameters:
    ///   - file: the chapter's file name.
    ///   - column: its column in the chapter.
    public func edit(file: String, column: Int) -> SourceEdit {
        let answer =
            switch kind {
            case .file: "\(file.prefix { $0 != "." })/\(file)".debugDescription
            case .column: String(column)
            case .topLevel: "main".debugDescription
            }
        return SourceEdit(range: range, replacement: answer)
    }
}

/// A module that a cell imports by name.
public struct ImportedModule: Equatable, Sendable {
    /// The first part of the import's path.
    public let name: String
    public let isTestable: Bool
    /// The name's UTF-8 offset in the source.
    public let offset: Int
}

/// A question of a cell whether a module can be imported: `canImport(Foundation)`.
public struct ModuleQuestion: Equatable, Sendable {
    public let module: String
    /// UTF-8 offsets of the question.
    let range: Range<Int>

    /// The edit that answers no.
    public var denial: SourceEdit { SourceEdit(range: range, replacement: "false") }

    static func all(in condition: ExprSyntax) -> [ModuleQuestion] {
        let text = condition.trimmedDescription
        return text.matches(of: /\bcanImport\s*\(\s*(\w+)[^)]*\)/).map { match in
            let start = condition.range.lowerBound + text[..<match.range.lowerBound].utf8.count
            return ModuleQuestion(module: String(match.output.1), range: start..<start + match.output.0.utf8.count)
        }
    }
}
