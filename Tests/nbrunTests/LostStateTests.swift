import Foundation
import Testing

/// A failed cell that took the state of earlier ones with it, as a person sees it.
@Suite struct LostStateTests {
    private static let thread = "import Dispatch\nDispatchQueue.global().async {}\na += 1"

    @Test func `cells that run again are told at the terminal, and the report is as if the state had been kept`() throws
    {
        let line = try CommandLine()
        defer { line.remove() }
        try line.write(
            chapter("var a = 1", Self.thread, "a += 10; a", "//| error: true\na += 100\n[1][5]", "a"), to: "a.md")
        let run = try line.nbrun("a.md")
        #expect(run.status == 0)
        let remark = """
            cells 1 to 3 run again before cell 5: a cell that failed took the state with it, since threads that an earlier \
            cell started were still there
            """
        #expect(run.errors.components(separatedBy: remark).count == 2, "\(run.errors)")
        #expect(try line.read("output/a.nbrun.json").components(separatedBy: "\"12\"").count == 3)
    }

    @Test(arguments: [[], ["--keep-going"]])
    func `a state that cannot be made again is told by the report and the exit status`(options: [String]) throws {
        let line = try CommandLine()
        defer { line.remove() }
        try line.write(
            chapter(
                "var a = 1", "\(Self.thread)\nInt.random(in: 0 ... .max)", "//| error: true\n[1][5]",
                "//| error: true\na"),
            to: "a.md")
        let run = try line.nbrun(arguments: ["a.md"] + options)
        #expect(run.status == 1)
        #expect(run.errors.contains("the state before this cell was lost with a cell that failed"), "\(run.errors)")
        #expect(try line.read("output/a.html").contains("the state before this cell was lost"))
    }

    @Test(.timeLimit(.minutes(2)))
    func `a watch goes on after a failure in a process that several cells share`() throws {
        let cells = ["var list = [1]", "import Dispatch\nDispatchQueue.global().async {}\nlist.append(2)", "list"]
        let watch = try Watch(chapter(cells[0], cells[1], "list.append(3)", cells[2]))
        #expect(watch.wait { watch.report.contains("[1, 2, 3]") }, "\(watch.said)")
        for (text, expected) in [
            (chapter(cells[0], cells[1], "list.append(4)\nlist[9]", cells[2]), "Index out of range"),
            (chapter(cells[0], cells[1], "list.append(5)", cells[2]), "[1, 2, 5]"),
            (chapter("var list = [0]", cells[1], "list.append(5)", cells[2]), "[0, 2, 5]"),
            (chapter("var list = [7]", cells[1], "list.append(6)", cells[2]), "[7, 2, 6]"),
        ] {
            try watch.line.write(text, to: "a.md")
            #expect(watch.wait { watch.report.contains(expected) }, "\(watch.said)")
        }
        #expect(watch.stop() == 0)
    }
}
