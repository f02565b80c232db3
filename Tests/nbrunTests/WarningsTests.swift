import Foundation
import Testing

/// What the compiler warns of is for the author, at the terminal, and for a reader only where that is asked for.
@Suite struct WarningsTests {
    private let line: CommandLine

    init() throws {
        line = try CommandLine()
    }

    private let cells = chapter(
        "@available(*, deprecated, message: \"use b\") func a() {}\nfor epoch in 0..<2 { a() }",
        "func early() -> Int {\n    return 1\n    print(2)\n}\nearly()", "do { var never = 1 }")
    private let deprecation = "'a()' is deprecated: use b"
    private let unreachable = "code after 'return' will never be executed"
    private let unused = "immutable value 'epoch' was never used"

    @Test func `deprecations and unreachable code are told at the terminal, unused names are not`() throws {
        defer { line.remove() }
        try line.write(cells, to: "a.md")
        let run = try line.nbrun("a.md", "--to", "html", "--to", "md", "--to", "ipynb")
        #expect(run.status == 0)
        #expect(run.errors.contains("warning: \(deprecation)"))
        #expect(run.errors.contains("warning: \(unreachable)"))
        #expect(!run.errors.contains("never used"))
        for format in ["html", "md", "ipynb"] {
            let report = try line.read("output/a.\(format)")
            #expect(!report.contains("is deprecated") && !report.contains("was never"), "\(format)")
        }
        #expect(try line.nbrun("a.md", "--quiet").errors.isEmpty)
    }

    @Test func `all of them are for those who ask, in the report too`() throws {
        defer { line.remove() }
        try line.write(cells, to: "a.md")
        let run = try line.nbrun("a.md", "--warnings", "--to", "md")
        #expect(run.status == 0)
        let report = try line.read("output/a.md")
        for warning in [deprecation, unreachable, unused] {
            #expect(run.errors.contains(warning), "\(warning)")
            #expect(report.contains(warning), "\(warning)")
        }
    }

    @Test func `what is shown of an expression that never ends is no warning`() throws {
        defer { line.remove() }
        try line.write(chapter("//| error: true\nfatalError(\"over\")"), to: "a.md")
        #expect(!(try line.nbrun("a.md", "--warnings").errors.contains("never be executed")))
    }
}
