internal import SwiftIDEUtils
internal import SwiftParser
internal import SwiftSyntax

/// Cuts Swift source into pieces for highlighting.
enum SourceHighlighter {
    /// Pieces that, joined, are the source.
    static func tokens(of source: String) -> [SourceToken] {
        guard BracketRun.excess(in: source) == nil else { return [SourceToken(kind: .plain, text: source)] }
        return ParsingStack.withRoom(for: source) { parsedTokens(of: source) }
    }

    private static func parsedTokens(of source: String) -> [SourceToken] {
        let utf8 = Array(source.utf8)
        var tokens: [SourceToken] = []
        var end = 0
        let append = { (kind: SourceToken.Kind, range: Range<Int>) in
            if !range.isEmpty {
                tokens.append(SourceToken(kind: kind, text: String(decoding: utf8[range], as: UTF8.self)))
            }
        }
        for piece in Parser.parse(source: source).classifications {
            let range = piece.range.lowerBound.utf8Offset..<piece.range.upperBound.utf8Offset
            guard range.lowerBound >= end, range.upperBound <= utf8.count else { continue }
            append(.plain, end..<range.lowerBound)
            append(SourceToken.Kind(piece.kind), range)
            end = range.upperBound
        }
        append(.plain, end..<utf8.count)
        return tokens
    }
}

extension SourceToken.Kind {
    fileprivate init(_ classification: SyntaxClassification) {
        self =
            switch classification {
            case .keyword: .keyword
            case .identifier, .dollarIdentifier: .identifier
            case .type: .type
            case .integerLiteral, .floatLiteral: .number
            case .stringLiteral, .regexLiteral: .string
            case .lineComment, .blockComment, .docLineComment, .docBlockComment: .comment
            case .attribute: .attribute
            case .ifConfigDirective: .directive
            case .operator: .operator
            case .argumentLabel: .argument
            default: .plain
            }
    }
}
