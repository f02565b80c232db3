import Foundation
import Testing

@Suite("13. However a chapter is written, its cells run, and what is said of them has the right lines")
struct ChapterShapesTests {
    private let line: CommandLine

    init() throws {
        line = try CommandLine()
    }

    /// Fences of every kind; the number of each printed line is its own, and the last cell is at fault in line 54.
    private static let shapes = #"""
        ---
        title: Shapes
        ---

        \#tan indented line

        ```swift
        let a = 1
        print("a", #line)
        ```

           ```swift
           let b = a + 1
           \#tprint("b", #line)
           ```

        - item

          ```swift
          let c = b + 1
          print("c", #line)
          ```

        > quotation
        > ~~~swift
        > let d = c + 1
        > print("d", #line)
        > ~~~

        ````markdown
        ```swift
        fatalError()
        ```
        ````

        ```swift
        ```

        ```swift
        // words only
        ```

        ~~~~swift
        let text = """
          ~~~
          ```
          """
        print(text, #line)
        ~~~~

        > - ```swift
        >   let list = [1]
        >
        >  \#u{20}
        """#

    @Test(
        arguments: ["\n", "\r\n"],
        [
            ("_ = list[d]", "Index out of range", "54:13"),
            ("let wrong: Int = \"no\"", "cannot convert value of type 'String' to specified type 'Int'", "54:22"),
        ])
    func everyFenceIsACellOfItsLines(lineBreak: String, fault: (code: String, message: String, place: String)) throws {
        defer { line.remove() }
        let text = "\u{FEFF}" + (Self.shapes + fault.code).replacing("\n", with: lineBreak)
        try line.write(text, to: "a.md")
        let run = try line.nbrun("a.md")
        #expect(run.status == 1)
        #expect(run.errors.contains("error: \(fault.message)\n  --> a.md:\(fault.place)\n"), "\(run.errors)")
        #expect(run.errors.contains("54 | >   \(fault.code)\n"), "\(run.errors)")
        let report = try line.read("output/a.html")
        for printed in ["a 9</pre>", "b 14</pre>", "c 21</pre>", "d 27</pre>", "~~~\n``` 48</pre>"] {
            #expect(report.contains(printed), "\(printed)")
        }
        #expect(report.contains(fault.message.replacing("'", with: "&#39;")) && report.contains("a.md:\(fault.place)"))
        #expect(report.contains("fatalError()"), "what is only shown is shown")
    }

    @Test(arguments: ["", "\n", "no cell, no final newline", "\u{FEFF}# Words\r\n", "```\nshown\n```"])
    func aChapterWithoutACellGivesAReport(text: String) throws {
        defer { line.remove() }
        try line.write(text, to: "a.md")
        let run = try line.nbrun("a.md")
        #expect(run.status == 0 && run.errors == CommandLine.noCell("a.md"), "\(run.errors)")
        #expect(try line.read("output/a.html").contains("</html>"))
    }

    @Test func aChapterOfFiveMegabytesIsWovenWithTheRightLine() throws {
        defer { line.remove() }
        let words = String(repeating: "Words of *prose* with `code` and [links](#a).\n\n", count: 110_000)
        try line.write(words + chapter("print(#line)", "_ = [Int]()[1]"), to: "a.md")
        let run = try line.nbrun("a.md")
        #expect(run.status == 1)
        #expect(run.errors.contains("error: Index out of range\n      --> a.md:220006:12\n"), "\(run.errors)")
        #expect(try line.read("output/a.html").contains("220002</pre>"))
    }

    @Test func manyCellsRunInOrderOnEachOther() throws {
        defer { line.remove() }
        let count = Faults.isLong ? 2000 : 60
        let cells = (1...count).map { "let x\($0) = \($0 > 1 ? "x\($0 - 1) + 1" : "1")" }
        try line.write(
            cells.map { chapter($0) }.joined(separator: "\n") + "\n" + chapter("print(x\(count), #line)"), to: "a.md")
        let run = try line.nbrun("--fresh", "a.md")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try line.read("output/a.html").contains("\(count) \(4 * count + 2)</pre>"))
    }
}
