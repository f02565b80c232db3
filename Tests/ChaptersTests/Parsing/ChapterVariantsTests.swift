import Testing

@testable import Chapters

@Suite("13. However a chapter is written, its cells have their own lines")
struct ChapterVariantsTests {
    private func cells(_ text: String) throws -> [String] {
        try Chapter(parsing: text, path: "a.md").cells.map { "\($0.line): \($0.source)" }
    }

    @Test(arguments: [
        ("\u{FEFF}a\r\n\r\n```swift\r\nx\r\n```\r\n", ["4: x"]), ("a\r\r```swift\rx\r```", ["4: x"]),
        ("```swift\nx", ["2: x"]), ("```swift\n\tx\n```", ["2: \tx"]), ("   ```swift\n   x\n   ```\n", ["2: x"]),
        ("````swift\n```\nx\n````\n", ["2: ```\nx"]), ("```\n~~~swift\nx\n~~~\n```\n\n~~~swift\ny\n~~~\n", ["8: y"]),
        ("- a\n\n  ```swift\n  x\n  ```\n", ["4: x"]), ("> a\n>\n> ```swift\n> x\n> ```\n", ["4: x"]),
        ("> - ```swift\n>   x\n", ["2: x"]), ("``` swift title=x\nx\n```", ["2: x"]),
        ("```swift {.a}\nx\n```", ["2: x"]),
        ("```{swift}\nx\n```", []), ("```swift\n```\n\n```swift\n\n```\n", ["2: ", "5: "]),
        ("```swift\n// only\n/* words */\n```", ["2: // only\n/* words */"]), ("no cell", []), ("", []), ("\n\n\n", []),
        ("a\u{2028}b\u{85}c\u{0B}d\n\n```swift\n\"\u{2028}\"\nx\n```", ["4: \"\u{2028}\"\nx"]),
        ("a\0b\n\n```swift\n\"\0\"\n```", ["4: \"\u{FFFD}\""]), ("    ```swift\n    x\n    ```\n", []),
        ("---\r\ntitle: T\r\n---\r\n\r\n```swift\r\n//| echo: false\r\n\r\nx\r\n```", ["7: \nx"]),
    ])
    func `a cell's first line is the chapter's`(text: String, expected: [String]) throws {
        #expect(try cells(text) == expected)
    }

    @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}", "\u{FEFF}\u{FEFF}"])
    func `an unknown option is told in its line`(lineBreak: String, mark: String) {
        for (lines, line) in [
            (["# T", "", "```swift", "//| eco: true", "x", "```"], 4),
            (["> a", "", "> ```swift", "> //| label: a", "> //| eco: true", "> ```"], 5),
            (["1. a", "", "   ~~~swift", "   //| eco: true", "   ~~~"], 4),
        ] {
            let error = #expect(throws: ChapterError.self) {
                try Chapter(parsing: mark + lines.joined(separator: lineBreak), path: "a.md")
            }
            #expect(error?.diagnostics.map(\.location?.line) == [line])
        }
    }

    @Test func `a chapter of five megabytes is read in seconds`() throws {
        let text = String(repeating: "Words of *prose* with `code`, $x^2$ and [links](a.md).\n\n", count: 90_000)
        let chapter = try Chapter(parsing: text + "```swift\nx\n```\n", path: "a.md")
        #expect(chapter.cells.map(\.line) == [180_002])
    }

    @Test func `two thousand cells are all there`() throws {
        let text = (1...2000).map { "## Part \($0)\n\n```swift\nlet x\($0) = \($0)\n```\n\n" }.joined()
        let chapter = try Chapter(parsing: text, path: "a.md")
        #expect(chapter.cells.map(\.line) == (0..<2000).map { 6 * $0 + 4 })
    }

    @Test func `another encoding is named, and a byte that is not UTF-8 with its line`() throws {
        let fault = { (bytes: [UInt8]) in
            #expect(throws: EncodingFault.self) { try ChapterEncoding.text(of: bytes) }?.description
        }
        #expect(fault([0xFF, 0xFE, 0x61, 0]) == "the text is in UTF-16; save it as UTF-8")
        #expect(fault(Array("a chapter".utf8).flatMap { [$0, 0] }) == "the text is in UTF-16; save it as UTF-8")
        #expect(
            fault(Array("a\r\nb\nr".utf8) + [0xE9] + Array("sum\n".utf8))
                == "line 3 holds the byte 233, which is not UTF-8; save the text as UTF-8")
        #expect(try ChapterEncoding.text(of: Array("a\0é".utf8)) == "a\0é")
    }
}
