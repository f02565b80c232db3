import Testing

@testable import Chapters

@Suite struct ChapterParsingTests {
    @Test func proseAndCellsComeInTheOrderOfTheText() throws {
        let chapter = try Chapter(
            parsing: "Before.\n\n```swift\nlet x = 1\n```\n\nBetween.\n\n~~~swift\nx\n~~~\n\nAfter.", path: "a.md")
        let kinds = chapter.blocks.map { block in
            switch block {
            case .prose(let prose): prose.html
            case .cell(let cell): "\(cell.number)@\(cell.line): \(cell.source)"
            }
        }
        #expect(kinds == ["<p>Before.</p>\n", "1@4: let x = 1", "<p>Between.</p>\n", "2@10: x", "<p>After.</p>\n"])
    }

    @Test func onlyFencesMarkedSwiftAreCells() throws {
        let chapter = try Chapter(
            parsing:
                "```\na\n```\n\n```python\nb\n```\n\n```swiftui\nc\n```\n\n    let indented = 1\n\n```swift {.x}\nd\n```\n",
            path: "a.md")
        #expect(chapter.cells.map(\.source) == ["d"])
    }

    @Test func linesAreCountedFromTheTopWhateverEndsThem() throws {
        for lineBreak in ["\n", "\r\n", "\r"] {
            let text = ["\u{FEFF}---", "title: T", "---", "", "Prose.", "", "```swift", "1", "```"]
            let chapter = try Chapter(parsing: text.joined(separator: lineBreak), path: "a.md")
            #expect(chapter.frontMatter.title == "T")
            #expect(chapter.cells.map(\.line) == [8])
            #expect(chapter.cells.map(\.source) == ["1"])
        }
    }

    @Test func aCellInAListOrAQuotationKeepsItsLineAndTheHTMLWhole() throws {
        let chapter = try Chapter(
            parsing: "1. one\n\n   ```swift\n   let a = 1\n   ```\n\n2. two\n\n> ```swift\n> a\n> ```\n", path: "a.md")
        #expect(chapter.cells.map(\.source) == ["let a = 1", "a"])
        #expect(chapter.cells.map(\.line) == [4, 10])
        let html = chapter.blocks.map { if case .prose(let prose) = $0 { prose.html } else { "" } }.joined()
        #expect(html.contains("<ol>") && html.contains("</ol>") && html.contains("</blockquote>"))
    }

    @Test func optionLinesAreNotPartOfTheSource() throws {
        let chapter = try Chapter(
            parsing: """
                ```swift
                //| label: train-small
                //| echo: false
                //| code-fold: true
                //| fig-cap: "Loss: the first run"
                //| timeout: 2.5
                //| tags: [parameters]
                let epochs = 25
                ```
                """, path: "a.md")
        let cell = try #require(chapter.cells.first)
        #expect(cell.source == "let epochs = 25")
        #expect(cell.line == 8)
        #expect(cell.label == "train-small")
        #expect(!cell.options.echo && cell.options.codeFold && cell.options.eval)
        #expect(cell.options.figureCaption == "Loss: the first run")
        #expect(cell.options.timeout == 2.5)
        #expect(cell.options.isParameters)
    }

    @Test func aCellWithoutALabelIsCalledByItsNumber() throws {
        let chapter = try Chapter(parsing: "```swift\n1\n```\n\n```swift\n2\n```\n", path: "a.md")
        #expect(chapter.cells.map(\.label) == ["cell-1", "cell-2"])
    }

    @Test func headingsHaveAnchorsOfTheirOwn() throws {
        let chapter = try Chapter(
            parsing: "# What *is* it?\n\n## 합성곱 신경망\n\n## What is it?\n\n```swift\n//| label: what-is-it-1\n1\n```\n",
            path: "a.md")
        let headings = chapter.blocks.flatMap { if case .prose(let prose) = $0 { prose.headings } else { [Heading]() } }
        #expect(headings.map(\.anchor) == ["what-is-it", "합성곱-신경망", "what-is-it-2"])
        #expect(headings.map(\.level) == [1, 2, 2])
        #expect(headings[0].html == "What <em>is</em> it?")
    }

    @Test func anEmptyChapterAndOneWithoutCellsAreChapters() throws {
        #expect(try Chapter(parsing: "", path: "a.md").blocks.isEmpty)
        #expect(try Chapter(parsing: "Only prose.", path: "a.md").cells.isEmpty)
        #expect(try Chapter(parsing: "```swift\n```\n", path: "a.md").cells.map(\.source) == [""])
    }

    @Test func anUnclosedFenceGoesToTheEnd() throws {
        #expect(try Chapter(parsing: "```swift\nlet x = 1\n", path: "a.md").cells.map(\.source) == ["let x = 1"])
    }

    @Test func imagesAndLinksCanBeReplaced() throws {
        let chapter = try Chapter(parsing: "Text\n\n![a](b.png) and [c](d.org)\n", path: "a.md") { link in
            link.isImage ? "data:\(link.address)@\(link.line)" : nil
        }
        guard case .prose(let prose) = chapter.blocks[0] else {
            Issue.record("another kind: \(chapter.blocks[0])")
            return
        }
        #expect(prose.html.contains("<img src=\"data:b.png@3\" alt=\"a\" />"))
        #expect(prose.html.contains("<a href=\"d.org\">"))
    }
}
