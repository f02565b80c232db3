import Testing

@testable import Chapters

@Suite struct SourceHighlighterTests {
    @Test(arguments: [
        "", "let x = 1 // one\n\n  f(x: \"가\\(y)\")\n", "[1, 2", "\t\"unended",
        "#if os(Linux)\n@main struct A: B {}\n#endif",
    ])
    func thePiecesJoinedAreTheSource(source: String) {
        #expect(SourceHighlighter.tokens(of: source).map(\.text).joined() == source)
    }

    @Test func piecesHaveTheirKind() {
        let tokens = SourceHighlighter.tokens(of: "let x: Int = 1 // one")
        let kinds = Dictionary(tokens.map { ($0.text, $0.kind) }) { first, _ in first }
        #expect(kinds["let"] == .keyword)
        #expect(kinds["Int"] == .type)
        #expect(kinds["1"] == .number)
        #expect(kinds["// one"] == .comment)
    }
}
