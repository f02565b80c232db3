import Foundation
import Testing

@Suite struct NewCommandTests {
    @Test func aNewChapterRuns() throws {
        let line = try CommandLine()
        defer { line.remove() }
        let made = try line.nbrun("new", "sine-waves")
        #expect(made.status == 0)
        #expect(made.output.hasPrefix("sine-waves.md\nrun it: nbrun sine-waves.md\n"))
        let run = try line.nbrun("sine-waves.md", "-p", "frequency=3")
        #expect(run.status == 0, "\(run.errors)")
        let report = try line.read("output/sine-waves.html")
        for text in ["<title>Sine waves</title>", "<svg", "A wave.", "sin(f x)"] {
            #expect(report.contains(text), "\(text)")
        }
    }

    @Test func whatIsThereIsKept() throws {
        let line = try CommandLine()
        defer { line.remove() }
        try line.write("mine", to: "a.md")
        let made = try line.nbrun("new", "a.md")
        #expect(made.status == 64)
        #expect(made.errors.contains("a.md is there already; name another one"))
        #expect(try line.read("a.md") == "mine")
    }

    @Test(arguments: [".", "", "..", "/", "a/", ".md", "a/.md", "a\nb"])
    func `what names no chapter is refused`(name: String) throws {
        let line = try CommandLine()
        defer { line.remove() }
        let made = try line.nbrun("new", name)
        #expect(made.status == 64)
        let shown = name.replacing("\n", with: "␊")
        #expect(
            made.errors.hasPrefix("error: '\(shown)' is no name of a chapter; give it one, as in: nbrun new waves\n"),
            "\(made.errors)")
        #expect(try line.contents(of: ".").keys.filter { $0.hasSuffix("md") }.isEmpty)
    }

    @Test func anyNameIsATitle() throws {
        let line = try CommandLine()
        defer { line.remove() }
        #expect(try line.nbrun("new", "a \"b\": c").status == 0)
        #expect(try line.nbrun("a \"b\": c.md").status == 0)
        #expect(try line.read("output/a \"b\": c.html").contains("<title>A &quot;b&quot;: c</title>"))
    }
}
