import Fuzzing
import Testing

@testable import Chapters

@Suite("11. Pathological Markdown takes time in proportion to its length", .serialized)
struct PathologicalMarkdownTests {
    /// What is written over and over, how often in the long form, and how it ends.
    struct Shape: CustomTestStringConvertible {
        let name: String
        let unit: String
        let count: Int
        var start = ""
        var end = ""
        var testDescription: String { name }

        func text(_ count: Int) -> String { start + String(repeating: unit, count: count) + end }
    }

    private static let shapes = [
        Shape(name: "quotations in quotations", unit: ">", count: 25_000),
        Shape(name: "brackets", unit: "[", count: 500_000), Shape(name: "images", unit: "![", count: 200_000),
        Shape(name: "images that are closed", unit: "![", count: 2_000, end: String(repeating: "](a)", count: 2_000)),
        Shape(name: "stars", unit: "*", count: 500_000),
        Shape(name: "stars and letters", unit: "*a **a ", count: 50_000),
        Shape(name: "backticks", unit: "`", count: 1_000_000), Shape(name: "dollars", unit: "$", count: 500_000),
        Shape(name: "dollars before digits", unit: "$1 ", count: 100_000, end: "`x$"),
        Shape(name: "formulas", unit: "$a$ ", count: 40_000),
        Shape(name: "tags that do not end", unit: "<a", count: 200_000),
        Shape(name: "notes that are not there", unit: "[^a", count: 100_000),
        Shape(name: "notes", unit: "[^a] ", count: 50_000, end: "\n\n[^a]: b\n"),
        Shape(name: "braces in a formula", unit: "{", count: 200_000, start: "$", end: "$"),
        Shape(name: "names in a formula", unit: "\\mathrm{", count: 50_000, start: "$", end: "$"),
        Shape(name: "roots in a formula", unit: "\\sqrt[", count: 50_000, start: "$", end: "$"),
        Shape(name: "columns", unit: "|-", count: 50_000, start: "|a\n", end: "|\n"),
        Shape(name: "rows", unit: "|1|$2$|\n", count: 10_000, start: "|a|b|\n|-|-|\n"),
        Shape(name: "lists in lists", unit: "- ", count: 5_000),
        Shape(name: "headings", unit: "# a\n\n", count: 20_000),
        Shape(name: "fences", unit: "```\n", count: 50_000),
        Shape(name: "flow in front matter", unit: "[", count: 200_000, start: "---\na: ", end: "\n---\n"),
        Shape(name: "long front matter", unit: "a: b\n", count: 500_000, start: "---\n", end: "---\n"),
    ]

    @Test(arguments: shapes) func `twice the text takes twice the time`(shape: Shape) {
        let growth = Growth(from: shape.count * (isTorture ? 20 : 1) / 4) { count in
            _ = try? Chapter(parsing: shape.text(count), path: "a.md")
        }
        #expect(growth.isLinear, "\(growth)")
        #expect(growth.twice < (isTorture ? 50 : 10), "\(growth)")
    }

    @Test func `notes and links that are defined in the same chapter are gone through once`() {
        let growth = Growth(from: isTorture ? 10_000 : 1_000) { count in
            let notes = (1...count).map { "[^\($0)]\n\n[^\($0)]: See [a \($0)].\n\n[A \($0)]: b.md\n" }
            _ = try? Chapter(parsing: notes.joined(), path: "a.md")
        }
        #expect(growth.isLinear, "\(growth)")
    }

    @Test func `backticks in runs of every length are gone through once`() {
        let growth = Growth(from: 500) { count in
            let text = (1...count).map { String(repeating: "`", count: $0) }.joined(separator: " ")
            _ = try? Chapter(parsing: "$\(text)", path: "a.md")
        }
        // The text grows with the square of the number of runs.
        #expect(growth.twice < 0.1 || growth.twice <= 6 * growth.once, "\(growth)")
    }

    @Test func `aliases that double what they stand for are refused`() {
        let levels = (1..<40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]" }.joined(separator: "\n")
        let text = "---\na0: &a0 x\n\(levels)\n? *a39\n: b\n---\n"
        let error = #expect(throws: ChapterError.self) { try Chapter(parsing: text, path: "a.md") }
        #expect(
            error?.diagnostics.map(\.message) == ["the front matter is not YAML: it has more than 16 aliases"])
    }

    @Test func `a formula that is nested too deeply is told of, and shown as it is written`() throws {
        let tex = String(repeating: "{", count: 10_000) + "a" + String(repeating: "}", count: 10_000)
        let chapter = try Chapter(parsing: "$\(tex)$", path: "a.md")
        #expect(chapter.warnings.map(\.message) == ["the formula is nested too deeply to be set"])
    }

    @Test func `more formulas than there are private characters all come back`() throws {
        let count = 70_000
        let chapter = try Chapter(parsing: String(repeating: "$a$\n", count: count), path: "a.md")
        guard case .prose(let prose) = chapter.blocks[0] else {
            Issue.record("there is no prose")
            return
        }
        #expect(prose.html.split(separator: "<math>").count == count + 1)
    }
}
