import Foundation
import Testing

/// `nbrun check`: whether the report on the disk is that of the chapter.
@Suite struct CheckCommandTests {
    private let line: CommandLine

    init() throws {
        line = try CommandLine()
    }

    private func check(_ arguments: String...) throws -> (status: Int32, findings: [String]) {
        let run = try line.nbrun(arguments: ["check"] + arguments)
        return (run.status, run.output.split(separator: "\n").map(String.init))
    }

    private static let upToDate = "a.md: its reports are those of its text as it is now"

    @Test func aReportBelongsToTheTextThatWasRunUntilSomethingChanges() throws {
        defer { line.remove() }
        let text = "![](x.svg)\n\n" + chapter("//| include: h.swift\n//| depends: d.csv\nrate", "1 + 1")
        try line.write(text, to: "a.md")
        try line.write("let rate = 1\n", to: "h.swift")
        try line.write("1\n", to: "d.csv")
        try line.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: "x.svg")
        #expect(try check("a.md") == (1, ["output/a.nbrun.json: there is no record of a run"]))
        #expect(try line.nbrun("a.md", "--to", "html", "--to", "md", "--to", "ipynb").status == 0)
        #expect(try check("a.md") == (0, [Self.upToDate]))
        for (file, old, new, finding) in [
            ("a.md", "1 + 1", "1 + 2", "a.md:10: cell 2: its text has changed"),
            ("h.swift", "1", "2", "a.md:6: cell 1: h.swift has changed"),
            ("d.csv", "1", "2", "a.md:6: cell 1: d.csv has changed"),
            ("x.svg", "<svg", "<svg id='a'", "a.md: the image 'x.svg' has changed"),
            ("output/a.html", "<body", "<body id='a'", "output/a.html: it is not as the run wrote it"),
            ("output/a.md", "2", "3", "output/a.md: it is not as the run wrote it"),
        ] {
            let before = try line.read(file)
            try line.write(before.replacing(old, with: new), to: file)
            #expect(try check("a.md") == (1, [finding]))
            try line.write(before, to: file)
        }
        try FileManager.default.removeItem(at: line.folder.appendingPathComponent("output/a.ipynb"))
        #expect(try check("a.md") == (1, ["output/a.ipynb: the report is missing"]))
    }

    @Test func aReportOfOtherParametersIsNotTheChapters() throws {
        defer { line.remove() }
        try line.write(chapter("//| tags: [parameters]\nlet epochs = 25\nlet rate = 0.5", "epochs"), to: "a.md")
        #expect(try line.nbrun("a.md", "-p", "epochs=2").status == 0)
        #expect(try check("a.md") == (1, ["parameter epochs: the run had 2 instead of 25"]))
        #expect(try check("a.md", "-p", "epochs=2") == (0, [Self.upToDate]))
        #expect(try line.nbrun("a.md", "-p", "epochs=25").status == 0)
        #expect(try check("a.md") == (0, [Self.upToDate]))
    }

    @Test func aRunThatFailedIsNoGoodReport() throws {
        defer { line.remove() }
        try line.write(chapter("//| error: true\n[0][1]", "//| label: bad\n[0][2]", "1"), to: "a.md")
        #expect(try line.nbrun("a.md").status == 1)
        #expect(try check("a.md") == (1, ["a.md:8: the run's cell 'bad' failed"]))
        try line.write(chapter("//| error: true\n[0][1]"), to: "a.md")
        #expect(try line.nbrun("a.md").status == 0)
        #expect(try check("a.md") == (0, [Self.upToDate]))
        try line.write(chapter("while true {}"), to: "a.md")
        #expect(try line.nbrun("a.md", "--timeout", "0.3").status == 124)
        #expect(try check("a.md") == (1, ["a.md:2: the run's cell 'cell-1' was timed out"]))
    }

    @Test func aPageThatTheRecordedRunDidNotWriteIsTold() throws {
        defer { line.remove() }
        try line.write(chapter("1"), to: "a.md")
        #expect(try line.nbrun("a.md").status == 0)
        #expect(try line.nbrun("a.md", "--to", "md").status == 0)
        #expect(try check("a.md") == (1, ["output/a.html: the recorded run did not write it"]))
    }

    @Test func severalChaptersAndOtherPlacesAreLookedAt() throws {
        defer { line.remove() }
        for name in ["a.md", "b.md"] { try line.write(chapter("1"), to: name) }
        #expect(try line.nbrun("a.md", "b.md", "-o", "site/").status == 0)
        try line.write(chapter("2"), to: "b.md")
        let both = try check("a.md", "b.md", "-o", "site/")
        #expect(both == (1, [Self.upToDate, "b.md:2: cell 1: its text has changed"]))
    }

    @Test func whatCannotBeReadIs66Or64AndARecordOfSomethingElseIsToldAsSuch() throws {
        defer { line.remove() }
        #expect(try check("a.md").status == 66)
        try line.write("---\ntitle: [\n", to: "a.md")
        #expect(try check("a.md").status == 64)
        try line.write(chapter("1"), to: "a.md")
        try line.write("{}", to: "output/a.nbrun.json")
        #expect(
            try check("a.md")
                == (1, ["output/a.nbrun.json: it is no run record that says what its reports are of"]))
    }
}
