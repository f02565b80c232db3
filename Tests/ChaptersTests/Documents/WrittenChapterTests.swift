import Testing

@testable import Chapters

@Suite struct WrittenChapterTests {
    private func written(_ text: String) throws -> WrittenChapter {
        WrittenChapter(try Chapter(parsing: text, path: "a.md"))
    }

    /// The parts' lines, each as one text.
    private func parts(_ text: String) throws -> [String] {
        try written(text).parts.map { $0.lines.joined(separator: "\n") }
    }

    @Test func `a chapter is cut into front matter, prose and cells, with the blank lines between them`() throws {
        let written = try written("---\ntitle: T\n---\n\none\n\ntwo\n```swift\n//| echo: false\n1\n```\n\n \nthree\n\n")
        #expect(
            written.parts.map(\.lines) == [
                ["---", "title: T", "---"], ["one", "", "two"], ["```swift", "//| echo: false", "1", "```"], ["three"],
            ])
        #expect(written.parts.map(\.gap) == [[], [""], [], ["", " "]])
        #expect(written.end == ["", ""])
    }

    @Test func `a chapter without cells is one part, an empty one is none`() throws {
        #expect(try parts("one\n\ntwo") == ["one\n\ntwo"])
        #expect(try parts("") == [])
        #expect(try written("\n\n").end == ["", "", ""])
    }

    @Test(arguments: [
        ("- ```swift\n  a\n  ```\n- b", ["- ```swift\n  a\n  ```", "- b"]),
        ("> ```swift\n> a\n> ```\nb", ["> ```swift\n> a\n> ```", "b"]),
        ("```swift\na\n\n", ["```swift\na\n"]),
        ("```swift", ["```swift"]),
        ("> ```swift\n> a\nb", ["> ```swift\n> a", "b"]),
        ("- ```swift\n  a\n```\nfoo\n```\n", ["- ```swift\n  a", "```\nfoo\n```"]),
        ("> ```swift\n> a\n```\nfoo\n```\n", ["> ```swift\n> a", "```\nfoo\n```"]),
        ("```swift\n```\n```swift\n\n```", ["```swift\n```", "```swift\n\n```"]),
        ("    ```swift\n    a\n    ```", ["    ```swift\n    a\n    ```"]),
        (
            "[^1]: note\n\n    ```swift\n    a\n    ```\n\nx[^1]",
            ["[^1]: note\n\n    ```swift\n    a\n    ```\n\nx[^1]"]
        ),
    ])
    func `a cell takes its fences, and ends where a list or a quotation ends`(text: String, expected: [String]) throws {
        #expect(try parts(text) == expected)
    }
}
