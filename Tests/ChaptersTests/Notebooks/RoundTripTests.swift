import Foundation
import Fuzzing
import Testing

@testable import Chapters

/// From a chapter to a notebook and back.
@Suite struct RoundTripTests {
    /// The chapter that a chapter's notebook, written and read, is turned into.
    private func roundTrip(_ text: String) throws -> String {
        let notebook = Notebook(of: try Chapter(parsing: text, path: "a.md"))
        let conversion = try NotebookConversion(Notebook(reading: Array(notebook.text.utf8)), imageFolder: "a_files")
        #expect(conversion.warnings == [])
        return conversion.text
    }

    @Test func `the notebooks of the repository come back byte for byte`() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("notebooks")
        let chapters = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "md" }
        #expect(chapters.count >= 4)
        for chapter in chapters {
            let text = try String(contentsOf: chapter, encoding: .utf8)
            #expect(try Array(roundTrip(text).utf8) == Array(text.utf8), "\(chapter.lastPathComponent)")
        }
    }

    @Test(arguments: 0..<400) func `so do chapters put together at random`(seed: UInt64) throws {
        var random = ChapterGenerator(seed: seed)
        let text = random.chapter()
        #expect(try Array(roundTrip(text).utf8) == Array(text.utf8), "\(text.debugDescription)")
    }

    @Test(arguments: [
        "- ```swift\n  a\n\n  b\n  ```", "1. x\n\n\t```swift\n\ta\n\t b\n\t```\n", ">```swift\n> a\n>b\n>```\n",
        "  ```swift\n   a\n b\n  ```", "> ```swift\n> a\nlazy", "\u{FEFF}a\r\n\r\n```swift\r\nb\r\n```\r\n",
    ])
    func `however a cell is indented, the cells come back as they are`(text: String) throws {
        let cells = { try Chapter(parsing: $0, path: "a.md").cells.map(\.content) }
        #expect(try cells(roundTrip(text)) == cells(text))
    }
}

/// Chapters of pieces that notebooks have no words for, among ordinary ones.
private struct ChapterGenerator {
    private var random: SplitMix

    init(seed: UInt64) {
        random = SplitMix(seed: seed)
    }

    mutating func chapter() -> String {
        var text = Bool.random(using: &random) ? "---\ntitle: T\nx: [1]\n\(pick(["---", "..."]))\n" : ""
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            if !text.isEmpty { text += pick(["\n", "\n", "\n\n\n", " \t\n", "\n \n"]) }
            text += Bool.random(using: &random) ? cell() : prose()
        }
        return text + pick(["", "", "\n", "\n\n  "])
    }

    private mutating func prose() -> String {
        pick([
            "Words.\n", "# A heading\n\nand *words*\nin `two` lines\n", "- a list\n- of two\n\n  and more\n",
            "> quoted\n",
            "```\nnot a cell\n```\n", "```Swift\nshown\n```\n", "~~~\n```swift\n~~~\n", "<div>\n\n*html*\n\n</div>\n",
            "<!-- a comment\n\nof two parts -->\n", "    indented code\n", "| a | b |\n|---|---|\n| 1 | 2 |\n", "***\n",
            "$$\n\\frac{a}{b}\n$$\n", "A note[^1].\n\n[^1]: It is here.\n\n    And goes on.\n", "한국어 👩‍👩‍👧‍👦 `\u{1}`\n",
            "[link]\n\n[link]: https://example.org\n", "    ```swift\n    no cell\n    ```\n",
        ])
    }

    private mutating func cell() -> String {
        let content = pick([
            "", "let x = 1\n", "//| echo: false\nprint(1)\n\n\nprint(2)\n", "let s = \"\"\"\n    ~~\n    \"\"\"\n",
            "\n", "  indented()\n", "\n\nlate()\n\n", "// 한국어\n",
        ])
        let (fence, info) = (
            pick(["```", "```", "````", "~~~", "~~~~~"]), pick(["swift", "swift", " swift x", "swift  "])
        )
        let (first, prefix) = pick([("", ""), ("", ""), ("", ""), ("- ", "  "), ("> ", "> "), ("1. - ", "     ")])
        let lines = content.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        let bare = prefix.hasPrefix(">") ? ">" : ""
        let body = lines.map { $0.isEmpty ? "\(bare)\n" : "\(prefix)\($0)\n" }.joined()
        return "\(first)\(fence)\(info)\n\(body)\(prefix)\(fence)\n"
    }

    private mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
        choices.randomElement(using: &random)!
    }
}
