import Chapters
import Display
import Testing

@testable import Reports

@Suite struct MarkdownReportTests {
    /// The report of a chapter whose cells gave these.
    private func report(_ text: String, _ records: CellRecord..., parameters: [InjectedParameter] = []) throws
        -> MarkdownReport
    {
        let chapter = try Chapter(parsing: text, path: "notebooks/ch.md")
        return MarkdownReport(
            chapter: chapter, run: RunRecord(cells: records, parameters: parameters), figureFolder: "ch files")
    }

    /// What stands below the source of a cell that gave this.
    private func below(_ outputs: Output...) throws -> String {
        let text = try report("```swift\n1\n```\n", CellRecord(status: .succeeded, outputs: outputs)).text
        return String(text.dropFirst("```swift\n1\n```\n\n".count))
    }

    @Test func `subtitle, authors and abstract stand at the head`() throws {
        let text = try report("---\ntitle: T\nsubtitle: A*B\nauthor: [Ann, Bo]\nabstract: The *whole*.\n---\ntext").text
        #expect(text == "# T\n\n**A\\*B**\n\n*Ann, Bo*\n\nThe *whole*.\n\ntext\n")
    }

    @Test func `bars in the code and the formulas of a table cut nothing at GitHub`() throws {
        let text = try report("|a|\n|-|\n|`b|c` $|x|$|\n\n```swift\n1\n```\n", CellRecord(status: .succeeded)).text
        #expect(text == "|a|\n|-|\n|`b\\|c` $\\vert x\\vert $|\n\n```swift\n1\n```\n")
    }

    @Test func `a whole chapter reads as its author wrote it, with what its cells gave`() throws {
        let text = """
            ---
            title: Title *x*
            author: A
            date: 2024-05-01
            ---
            Words, $x$, and a note[^1].
            ```swift
            //| tags: [parameters]
            let n = 1
            ```
            - item
              ```swift
              print("a")
              ```

            [^1]: Note.

            ```swift
            //| code-fold: true
            x
            ```
            """
        let place = SourceLocation(line: 20, column: 1)
        let report = try report(
            text, CellRecord(status: .succeeded),
            CellRecord(status: .succeeded, outputs: [.stream(.output, "a\n"), .text("``` b")]),
            CellRecord(status: .failed, failure: Failure(kind: .trap, message: "no", location: place)),
            parameters: [InjectedParameter(name: "n", value: "2", original: "1")])
        let expected = """
            # Title \\*x\\*

            *A · 2024-05-01*

            Run with `n = 2`

            Words, $x$, and a note[^1].

            ```swift
            let n = 1
            ```

            | Parameter | In this run | In the chapter |
            | --- | --- | --- |
            | n | 2 | 1 |

            - item
              ```swift
              print("a")
              ```

              ```text
              a
              ```

              ````text
              ``` b
              ````

            [^1]: Note.

            <details><summary>Code</summary>

            ```swift
            x
            ```

            </details>

            ```text
            error: no
              --> ch.md:20:1
               |
            20 | x
               | ^
            ```

            """
        #expect(report.text == expected)
        #expect(report.figures == [])
    }

    @Test func `colours and redrawn lines are what a terminal shows at the end`() throws {
        #expect(try below(.stream(.output, "10%\r\u{1B}[32m20%\u{1B}[0m\nend")) == "```text\n20%\nend\n```\n")
        #expect(try below(.stream(.output, "")) == "")
    }

    @Test func `a table is a pipe table in which every cell stays a cell`() throws {
        let table = TableOutput(
            columns: [.init(name: "layer_1"), .init(name: "a|b", isNumeric: true)], rows: [["*x*\n<y>", "1"]])
        #expect(
            try below(.table(table)) == """
                | layer_1 | a\\|b |
                | --- | --: |
                | \\*x\\*<br>\\<y\\> | 1 |

                """)
    }

    @Test func `long text and long tables are folded, with all of them there`() throws {
        let lines = (1...100).map { "line \($0)" }
        let text = try below(.text(lines.joined(separator: "\n")))
        #expect(text.contains("line 40\n```\n\n<details><summary>60 more lines</summary>\n\n```text\nline 41\n"))
        let table = try below(.table(TableOutput(columns: [.init(name: "x")], rows: lines.map { [$0] })))
        #expect(
            table.contains("| line 40 |\n\n<details><summary>60 more rows</summary>\n\n| x |\n| --- |\n| line 41 |"))
        #expect(table.hasSuffix("| line 100 |\n\n</details>\n"))
    }

    @Test func `metrics are a table, a training is some of its epochs, and all of them in a fold`() throws {
        #expect(try below(.metrics([Metric(name: "loss", value: 0.5)])) == "| loss |\n| --: |\n| 0.5000 |\n")
        let text = try below(.training(SamplePage.training))
        let rows = text.split(separator: "\n").prefix { !$0.hasPrefix("<") }.dropFirst(2)
        #expect(rows.map { $0.split(separator: " ")[1] } == ["1", "5", "10", "15", "20", "25"])
        #expect(text.contains("\n\n<details><summary>All 25 epochs</summary>\n\n| Epoch |"))
    }

    @Test func `figures are files beside it, with words and captions`() throws {
        let figure = Output.figure(FigureOutput(svg: "<svg><g/></svg>", alternativeText: "a [line]\nand dots"))
        let report = try report(
            "```swift\n//| fig-cap: \"A_ caption\"\n1\n```\n",
            CellRecord(status: .succeeded, outputs: [figure, figure]))
        #expect(
            report.text == """
                ```swift
                1
                ```

                ![a \\[line\\] and dots](ch%20files/figure-1.svg)

                ![a \\[line\\] and dots](ch%20files/figure-2.svg)

                *A_ caption*

                """)
        #expect(report.figures.map(\.name) == ["figure-1.svg", "figure-2.svg"])
        #expect(report.figures[0].text == StandaloneDrawing("<svg><g/></svg>").svg)
    }

    @Test func `HTML stays one block, also over its empty lines`() throws {
        #expect(try below(.html("<pre>a\n\nb</pre>")) == "<div>\n<pre>a\n<!-- -->\nb</pre>\n</div>\n")
    }

    @Test func `a cell in a quotation stays there, and a hidden cell leaves nothing`() throws {
        let quoted = try report(
            "> a\n> ```swift\n> 1\n>\n> 2\n> ```\n", CellRecord(status: .succeeded, outputs: [.text("x\n\ny")]))
        #expect(quoted.text == "> a\n> ```swift\n> 1\n>\n> 2\n> ```\n>\n> ```text\n> x\n>\n> y\n> ```\n")
        let hidden = try report("a\n\n```swift\n//| echo: false\n1\n```\n\nb\n", CellRecord(status: .succeeded))
        #expect(hidden.text == "a\n\nb\n")
    }

    @Test func `a cell that did not run says why, in the chapter's language`() throws {
        #expect(
            try report("---\nlang: ko\n---\n```swift\n1\n```\n", CellRecord(status: .notRun)).text
                == "```swift\n1\n```\n\n*실행되지 않음: 앞의 셀이 실패했습니다.*\n")
    }
}
