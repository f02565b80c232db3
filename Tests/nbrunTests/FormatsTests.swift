import Foundation
import Testing

/// Reports in other formats than HTML.
@Suite struct FormatsTests {
    private let line: CommandLine

    init() throws {
        line = try CommandLine()
    }

    private static let figures = """
        ```swift
        Figure { LinePlot([1, 2]) }
        Figure { LinePlot([2, 1]) }
        ```

        """

    @Test func severalFormatsAreWrittenInOneRun() throws {
        defer { line.remove() }
        try line.write(chapter("print(\"once\")"), to: "notebooks/a.md")
        let run = try line.nbrun("notebooks/a.md", "--to", "ipynb", "--to", "md", "--to", "html")
        #expect(run.status == 0)
        #expect(run.output == "output/a.ipynb\noutput/a.md\noutput/a.html\n")
        let text = try line.read("output/a.md")
        #expect(text.hasPrefix("<!-- nbrun-seal:"))
        #expect(text.hasSuffix(" -->\n\n```swift\nprint(\"once\")\n```\n\n```text\nonce\n```\n"))
        #expect(try line.read("output/a.ipynb").contains("\"once\\n\""))
        #expect(line.exists("output/a.nbrun.json"))
    }

    @Test func theEndingOfTheFileNamesTheFormat() throws {
        defer { line.remove() }
        try line.write(chapter("1"), to: "a.md")
        #expect(try line.nbrun("a.md", "-o", "deep/x.ipynb").output == "deep/x.ipynb\n")
        #expect(try line.nbrun("a.md", "-o", "x.html", "--to", "md", "--to", "html").output == "x.md\nx.html\n")
        let contradiction = try line.nbrun("a.md", "-o", "x.html", "--to", "md")
        #expect(contradiction.status == 64)
        #expect(contradiction.errors.contains("-o 'x.html' is the name of a .html file, but --to asks for md"))
    }

    @Test func anUnknownFormatIsWrongUsageThatListsWhatThereIs() throws {
        defer { line.remove() }
        let run = try line.nbrun("a.md", "--to", "docx")
        #expect(run.status == 64)
        #expect(run.errors.contains("'docx' is invalid for '--to <format>'"))
        #expect(run.errors.contains("'html', 'ipynb' or 'md'"))
    }

    @Test func aReportNeverTakesThePlaceOfItsChapter() throws {
        defer { line.remove() }
        try line.write(chapter("1"), to: "a.md")
        let run = try line.nbrun("a.md", "--to", "md", "-o", "./")
        #expect(run.status == 73)
        #expect(run.errors.hasSuffix("a.md cannot be written: it is the chapter itself\n"))
        #expect(try line.read("a.md") == chapter("1"))
    }

    @Test func figuresOfAnEarlierRunAreRemoved() throws {
        defer { line.remove() }
        try line.write(Self.figures, to: "a.md")
        #expect(try line.nbrun("a.md", "--to", "md").status == 0)
        #expect(try line.read("output/a.md").contains("](a_files/figure-2.svg)"))
        #expect(try line.read("output/a_files/figure-2.svg").hasPrefix("<svg "))
        try line.write("not ours", to: "output/a_files/mine.svg")
        try line.write(Self.figures.replacing("Figure { LinePlot([2, 1]) }\n", with: ""), to: "a.md")
        #expect(try line.nbrun("a.md", "--to", "md").status == 0)
        #expect(line.exists("output/a_files/figure-1.svg") && !line.exists("output/a_files/figure-2.svg"))
        #expect(line.exists("output/a_files/mine.svg"))
    }

    @Test func aNotebookHasPicturesWhereTheyCanBeMade() throws {
        defer { line.remove() }
        try line.write(Self.figures, to: "a.md")
        let run = try line.nbrun("a.md", "--to", "ipynb")
        #expect(run.status == 0)
        let text = try line.read("output/a.ipynb")
        #expect(text.matches(of: /"image\/svg\+xml"/).count == 2)
        if run.errors.contains("PNG needs rsvg-convert") {
            #expect(!text.contains("image/png"))
        } else {
            #expect(text.matches(of: /"image\/png": "iVBORw0KGgo/).count == 2)
        }
    }

    private static let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"/>"

    @Test func imagesOfTheProseGoWithTheReport() throws {
        defer { line.remove() }
        let text = "![one](images/a%20b.svg)\n\n<img src=\"images/a b.svg\" alt=\"two\">\n\n`![](images/a%20b.svg)`\n"
        try line.write(Self.drawing, to: "n/images/a b.svg")
        try line.write(text, to: "n/a.md")
        #expect(try line.nbrun("n/a.md", "--to", "html", "--to", "md", "--to", "ipynb").status == 0)
        let data = "data:image/svg+xml;base64,\(Data(Self.drawing.utf8).base64EncodedString())"
        #expect(
            try line.read("output/a.html").matches(of: /src="([^"]*)"/).map { String($0.output.1) } == [data, data])
        let expected = text.replacing("(images/a%20b.svg)\n\n<img", with: "(a_files/image-1.svg)\n\n<img")
            .replacing("\"images/a b.svg\"", with: "\"a_files/image-1.svg\"")
        #expect(try line.read("output/a.md").hasSuffix(" -->\n\n\(expected)"))
        #expect(try line.read("output/a_files/image-1.svg") == Self.drawing)
        let notebook = try line.read("output/a.ipynb")
        #expect(notebook.contains("![one](attachment:image-1.svg)"))
        #expect(notebook.contains("\"image/png\": \"iVBORw0KGgo"))
        #expect(try line.nbrun("convert", "output/a.ipynb", "-o", "back.md").status == 0)
        #expect(try line.nbrun("back.md").errors == CommandLine.noCell("back.md"))
    }

    @Test func imagesOfAnEarlierRunAreRemoved() throws {
        defer { line.remove() }
        try line.write(Self.drawing, to: "x.svg")
        try line.write("![one](x.svg)\n", to: "a.md")
        #expect(try line.nbrun("a.md", "--to", "md").status == 0)
        #expect(line.exists("output/a_files/image-1.svg"))
        try line.write("none\n", to: "a.md")
        #expect(try line.nbrun("a.md", "--to", "md").status == 0)
        #expect(!line.exists("output/a_files"))
    }

    @Test func theSameChapterGivesTheSameNotebookAndTheSameMarkdown() throws {
        defer { line.remove() }
        try line.write("# T\n\n" + Self.figures, to: "a.md")
        for folder in ["x/", "y/"] { _ = try line.nbrun("a.md", "-o", folder, "--to", "md", "--to", "ipynb") }
        for file in ["a.md", "a.ipynb", "a_files/figure-1.svg"] {
            #expect(try line.read("x/\(file)") == line.read("y/\(file)"))
        }
    }
}
