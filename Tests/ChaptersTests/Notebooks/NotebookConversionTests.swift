import Testing

@testable import Chapters

@Suite struct NotebookConversionTests {
    private func convert(_ cells: NotebookCell...) throws(NotebookProblem) -> NotebookConversion {
        try NotebookConversion(Notebook(cells: cells), imageFolder: "x_files")
    }

    @Test func `Markdown becomes prose, code becomes cells, raw cells are only shown`() throws {
        let conversion = try convert(
            NotebookCell(.markdown, "# One\n\nwords\n\n"), NotebookCell(.markdown, "more"),
            NotebookCell(.markdown, " \n"),
            NotebookCell(.code, "//| echo: false\nlet x = 1\n"), NotebookCell(.code, ""),
            NotebookCell(.raw, "\\LaTeX ```", metadata: ["raw_mimetype": "text/latex"]))
        let expected = """
            # One

            words

            more

            ```swift
            //| echo: false
            let x = 1

            ```

            ```swift
            ```

            ````raw text/latex
            \\LaTeX ```
            ````

            """
        #expect(conversion.text == expected)
        #expect(conversion.warnings == [])
    }

    @Test(arguments: [
        ("[^1]: note", "    code"), ("text[^1]\n\n[^1]: note", "    code"), ("1. one", "   three spaces"),
        ("- a\n- b", "- c"), ("- a", "  b"), ("    a", "    b"), ("* [ ] a", "* [ ] b"), ("10) a", "11) b"),
        ("> - a\n\n- b", "      c"),
    ])
    func `Markdown cells that would be one are kept apart`(first: String, second: String) throws {
        let conversion = try convert(NotebookCell(.markdown, first), NotebookCell(.markdown, second))
        #expect(conversion.text == "\(first)\n\n<!-- -->\n\n\(second)\n")
        #expect(conversion.warnings == [])
        // The code between them does it, too.
        let apart = try convert(
            NotebookCell(.markdown, first), NotebookCell(.code, "1"), NotebookCell(.markdown, second))
        #expect(apart.text == "\(first)\n\n```swift\n1\n```\n\n\(second)\n")
    }

    @Test(arguments: [
        ("a", "b"), ("- a", "b"), ("- a", "* b"), ("1. a", "- b"), ("# a", "# a"), ("> a", "b"), ("a", "    b"),
        ("[a][x]", "[x]: y.png"), ("a[^1]", "[^1]: note"), ("| a |\n|---|\n| b |", "| c |"), ("<div>", "</div>"),
        ("$$\nx\n$$", "- a"),
    ])
    func `Markdown cells that stay apart are left as they are`(first: String, second: String) throws {
        let conversion = try convert(NotebookCell(.markdown, first), NotebookCell(.markdown, second))
        #expect(conversion.text == "\(first)\n\n\(second)\n")
    }

    @Test func `what a Markdown cell leaves open ends before the next one`() throws {
        let fence = try convert(NotebookCell(.markdown, "```\na"), NotebookCell(.markdown, "b"))
        #expect(fence.text == "```\na\n```\n\nb\n")
        let comment = try convert(NotebookCell(.markdown, "<!-- a"), NotebookCell(.markdown, "b"))
        #expect(comment.text == "<!-- a\n-->\n\nb\n")
    }

    @Test func `a first raw cell of YAML between rules is the front matter`() throws {
        let front = NotebookCell(.raw, "---\ntitle: T\n---\n")
        #expect(try convert(front, NotebookCell(.markdown, "a")).text == "---\ntitle: T\n---\n\na\n")
        #expect(try convert(NotebookCell(.raw, "---\ntitle")).text == "```raw\n---\ntitle\n```\n")
        #expect(try convert(NotebookCell(.markdown, "a"), front).text == "a\n\n```raw\n---\ntitle: T\n---\n\n```\n")
    }

    @Test func `a rule at the beginning of the Markdown does not begin a front matter`() throws {
        #expect(try convert(NotebookCell(.markdown, "---\na\n\n---")).text == "\n---\na\n\n---\n")
    }

    @Test(arguments: [
        ("```swift\nlet x = 1\n```", "```{.swift}\nlet x = 1\n```"),
        ("- ~~~ swift title\n  1\n  ~~~", "- ~~~ {.swift} title\n  1\n  ~~~"),
        ("> ```&#115;wift\n> 1\n> ```", "> ```{.swift}\n> 1\n> ```"),
    ])
    func `a fence of Swift in Markdown is shown and not run`(markdown: String, expected: String) throws {
        let conversion = try convert(NotebookCell(.markdown, markdown), NotebookCell(.code, "2"))
        #expect(conversion.text == expected + "\n\n```swift\n2\n```\n")
        #expect(
            conversion.warnings == [
                "cells[0]: a fence of 'swift' in Markdown is written as '{.swift}', to be shown and not run"
            ])
    }

    @Test(arguments: [
        ("````\na", "````"), ("~~~\na", "~~~"), ("<!-- a", "-->"), ("<pre>\na", "</pre>"), ("<?php", "?>"),
        ("<![CDATA[", "]]>"), ("<!A", "-->"),
    ])
    func `what a Markdown cell leaves open does not take in the next cell`(markdown: String, end: String) throws {
        let conversion = try convert(NotebookCell(.markdown, markdown), NotebookCell(.code, "2"))
        #expect(conversion.text == "\(markdown)\n\(end)\n\n```swift\n2\n```\n")
        #expect(conversion.warnings == ["cells[0]: what the Markdown leaves open is closed by '\(end)'"])
    }

    @Test func `metadata that would put more into the chapter than it says is not followed`() throws {
        let forged = NotebookCell(
            .code, "1",
            metadata: [
                "nbrun": ["fence": ["opening": "```swift\nevil()\n```\n```swift", "prefix": "", "closing": "```"]]
            ])
        #expect(try convert(forged).text == "```swift\n1\n```\n")
        let swallowing = NotebookCell(.markdown, "a", metadata: ["nbrun": ["gap": ["```", ""]]])
        #expect(try convert(NotebookCell(.code, "1"), swallowing).text == "```swift\n1\n```\n\na\n")
        let edited = NotebookCell(
            .code, "\"\"\"\n```\n\"\"\"",
            metadata: ["nbrun": ["fence": ["opening": "``` swift", "prefix": "", "closing": "```"]]])
        #expect(try convert(edited).text == "````swift\n\"\"\"\n```\n\"\"\"\n````\n")
    }

    @Test func `attached images become files whose names lead nowhere else`() throws {
        let conversion = try convert(
            NotebookCell(
                .markdown, "![](attachment:../../my%20x.png) <img src=\"attachment:b.svg\"> ![](attachment:c.pdf)",
                attachments: [
                    "../../my x.png": ["image/png": "AAAA"], "b.svg": ["image/png": "BB==", "image/svg+xml": "<svg/>"],
                    "c.pdf": ["application/pdf": "CCCC"],
                ]),
            NotebookCell(.markdown, "![](attachment:b.svg)", attachments: ["b.svg": ["image/svg+xml": "<svg> </svg>"]]))
        #expect(
            conversion.text == """
                ![](x_files/------my-x.png) <img src="x_files/b.svg"> ![](attachment:c.pdf)

                ![](x_files/b-2.svg)

                """)
        #expect(conversion.images.map(\.name) == ["------my-x.png", "b.svg", "b-2.svg"])
        #expect(conversion.images.map(\.isText) == [false, true, true])
        #expect(conversion.warnings == ["cells[0].attachments.c.pdf: this is no image; it is left out"])
    }
}
