import Fuzzing
import Testing

@testable import Chapters

@Suite("11. Swift that is nested without end is read, or refused", .serialized)
struct PathologicalSwiftTests {
    private static let depth = isTorture ? 50_000 : 5_000

    /// What comes over and over, and what stands before and behind it.
    private static let shapes: [(start: String, unit: String, end: String)] = [
        ("x", ".a", ""), ("x", "()", ""), ("x", "[0]", ""), ("x", "!", ""), ("x", "?", ""), ("", "!", "x"),
        ("1", " + 1", ""), ("", "a ? b : ", "c"), ("", "try ", "x"), ("", "await ", "x"), ("", "repeat ", "x"),
        ("let x: ", "A<", ""), ("let x: A", ".A", ""), ("let x: A", "?", ""), ("let f: A", " -> A", ""),
        ("let x: A", ".Type", ""), ("if a {}", " else if a {}", ""), ("", "(", "1"), ("", "{", ""), ("", "/*", ""),
        ("", "public ", "let x = 1"), ("x", " as A", ""), ("\\A", ".a", ""), ("", "struct A { ", ""),
        ("let s", "{", " = \"\"\""), ("", "{ $0 in ", ""),
    ]

    @Test(arguments: shapes.indices)
    func `a level more is no call too many`(number: Int) throws {
        let shape = Self.shapes[number]
        // SwiftParser's own limit is 256, and just beyond it a short text takes the most.
        for depth in [10, 100, 270, Self.depth] {
            let source = shape.start + String(repeating: shape.unit, count: depth) + shape.end
            let chapter = try Chapter(parsing: "```swift\n\(source)\n```\n", path: "a.md")
            #expect(chapter.cells[0].tokens.map(\.text).joined() == source)
            _ = CellAnalysis(of: source)
            _ = ParametersCell(of: source)
            _ = PublicDeclarations(of: source).typeEdits
        }
    }

    @Test func `a chain of members is understood to its end`() {
        let source = "x" + String(repeating: ".a", count: Self.depth)
        let analysis = CellAnalysis(of: source)
        #expect(!analysis.hasSyntaxError)
        #expect(analysis.showAndWaitEdits.last == SourceEdit(inserting: ")", at: source.utf8.count))
    }

    @Test(arguments: ["[", "([", "[(", "\"\\(", " [ "])
    func `what would be tried twice for each bracket more is refused`(unit: String) {
        let text = "```swift\nlet a = 1\n\(String(repeating: unit, count: 1000))\n```\n"
        let error = #expect(throws: ChapterError.self) { try Chapter(parsing: text, path: "a.md") }
        #expect(error?.diagnostics.map(\.message) == ["more than 12 brackets open one after another"])
        #expect(error?.diagnostics.first?.location == SourceLocation(line: 3))
    }
}
