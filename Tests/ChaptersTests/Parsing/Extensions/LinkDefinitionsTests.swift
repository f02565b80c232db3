import Testing

@testable import Chapters

@Suite struct LinkDefinitionsTests {
    private let definitions = LinkDefinitions(
        in: ["[A b]: a.md \"A\"", "  [c\\d]: c.md", "[^1]: no link", "[e]: e.md", "[E]: later.md"])

    @Test func `a text has the definitions that it refers to, each once`() {
        #expect(
            definitions.lines(for: "[x [a\n B]][e], [E], ![a  b][] and [none]") == ["[A b]: a.md \"A\"", "[e]: e.md"])
    }

    @Test func `a bracket behind a backslash is none`() {
        #expect(definitions.lines(for: "\\[e] [e\\] [c\\d] [^1]") == ["  [c\\d]: c.md"])
    }

    @Test func `a definition in a quotation has no markers`() {
        let definitions = LinkDefinitions(in: ["> [a]: a.md", "> > [b]: b.md", ">     [c]: c.md", "    [d]: d.md"])
        #expect(definitions.lines(for: "[a] [b] [c] [d]") == ["[a]: a.md", "[b]: b.md"].map { " " + $0 })
    }
}
