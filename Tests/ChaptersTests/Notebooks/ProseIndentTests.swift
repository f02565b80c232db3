import Testing

@testable import Chapters

/// Prose of a list item behind a cell in the same item.
@Suite struct ProseIndentTests {
    private func sources(_ text: String) throws -> [String] {
        let notebook = Notebook(of: try Chapter(parsing: text, path: "a.md"))
        let back = try NotebookConversion(try Notebook(reading: Array(notebook.text.utf8)), imageFolder: "a")
        #expect(back.text == text)
        #expect(back.warnings == [])
        return notebook.cells.map(\.source)
    }

    @Test func `a paragraph behind a cell in a list item is a paragraph in a notebook`() throws {
        let text = "10. Text\n\n    ```swift\n    run()\n    ```\n\n    More\n    text.\n\n        code\n\n11. Next\n"
        #expect(try sources(text) == ["10. Text", "run()", "More\ntext.\n\n    code\n\n11. Next"])
    }

    @Test func `so it is in a quotation, behind two cells, and for the outer one of two lists`() throws {
        #expect(
            try sources("> 10. Text\n>\n>     ```swift\n>     run()\n>     ```\n>\n>     More\n>\n> Text\n")
                == ["> 10. Text\n>", "run()", ">\n> More\n>\n> Text"])
        let cell = "    ```swift\n    run()\n    ```\n"
        #expect(try sources("10. T\n\n\(cell)\n    A\n\n\(cell)\n    B\n") == ["10. T", "run()", "A", "run()", "B"])
        #expect(
            try sources("10. T\n\n    10. U\n\n        ```swift\n        run()\n        ```\n\n    A\n")
                == ["10. T\n\n    10. U", "run()", "A"])
    }

    @Test func `other prose stays as it is`() throws {
        #expect(try sources("```swift\n1\n```\n\n    code\n") == ["1", "    code"])
        #expect(try sources("- a\n\n  ```swift\n  1\n  ```\n\n  b\n") == ["- a", "1", "  b"])
    }
}
