import Testing

@testable import Chapters

@Suite struct CellFenceTests {
    private func fence(_ text: String) throws -> CellFence {
        let part = WrittenChapter(try Chapter(parsing: text, path: "a.md")).parts[0]
        guard case .cell(let cell) = part.content else { throw ChapterProblem.frontMatterWithoutEnd }
        return CellFence(of: cell, in: part.lines)
    }

    @Test(arguments: [("a", "```"), ("`a`", "```"), ("```", "````"), ("a ``````` b", "````````"), ("", "```")])
    func `the usual fence is longer than any run of backticks inside`(content: String, expected: String) {
        #expect(CellFence(around: content) == CellFence(opening: "\(expected)swift", prefix: "", closing: expected))
    }

    @Test(arguments: [
        ("```swift\na\n```", CellFence(opening: "```swift", prefix: "", closing: "```")),
        ("~~~~ swift {.x}\na\n~~~~", CellFence(opening: "~~~~ swift {.x}", prefix: "", closing: "~~~~")),
        ("> - ```swift\n>   a\n>   ```", CellFence(opening: "> - ```swift", prefix: ">   ", closing: ">   ```")),
        ("```swift\n\n```", CellFence(opening: "```swift\n", prefix: "", closing: "```")),
        ("```swift\na", CellFence(opening: "```swift", prefix: "", closing: "")),
    ])
    func `a fence is read from a chapter's lines, and gives them again`(text: String, expected: CellFence) throws {
        let fence = try fence(text)
        #expect(fence == expected)
        let content = text.contains("a") ? "a" : ""
        #expect(fence.lines(around: content).joined(separator: "\n") == text)
    }

    @Test func `an edited content stays in the list that it stands in`() throws {
        let fence = try fence("> ```swift\n> a\n>\n> b\n> ```")
        #expect(fence.lines(around: "c\n\nd") == ["> ```swift", "> c", ">", "> d", "> ```"])
    }
}
