import Foundation
import Testing

@testable import nbrun

/// What is said of a command line that cannot be obeyed: in one style, with what to do, and status 64.
struct UsageTests {
    @Test(arguments: [
        ("-x", "unknown option '-x'"), ("a.md --no-such", "unknown option '--no-such'"),
        ("", "name a chapter, as in: nbrun notebooks/ch6.md"),
        ("watch", "name a chapter, as in: nbrun notebooks/ch6.md"),
        ("check", "name a chapter, as in: nbrun check notebooks/ch6.md"), ("new", "missing expected argument '<name>'"),
        ("a.md --timeout x", "the value 'x' is invalid for '--timeout <seconds>'"),
        ("a.md -p epochs", "the value 'epochs' is invalid for '-p <name=value>'"),
        ("cache cleer", "unexpected argument 'cleer'; did you mean 'clear'?"), ("doctor x", "unexpected argument 'x'"),
        ("a.md --outpt b", "unknown option '--outpt'. Did you mean '--output'?"),
        ("-x.md", "'-x.md' is read as options; write './-x.md'"),
    ])
    func `wrong usage begins with what is wrong`(arguments: String, message: String) throws {
        let line = try CommandLine()
        defer { line.remove() }
        let run = try line.nbrun(arguments: arguments.split(separator: " ").map(String.init))
        #expect(run.status == 64)
        #expect(run.output == "")
        #expect(run.errors.split(separator: "\n").first.map(String.init) == "error: \(message)", "\(run.errors)")
        #expect(run.errors.contains(/\nUsage: nbrun/))
        #expect(!line.exists("output"))
    }

    @Test(arguments: [["--help"], ["-h"], ["help"]])
    func `the help has the options of a run and the commands`(arguments: [String]) throws {
        let line = try CommandLine()
        defer { line.remove() }
        let run = try line.nbrun(arguments: arguments)
        #expect(run.status == 0)
        for part in [
            "ARGUMENTS:\n  <chapter>", "\n  -p, --parameter <name=value>", "\n  --show-output", "\n  --to <format>",
            "\n  --version", "\n  -h, --help", "SUBCOMMANDS:\n  run (default)", "EXIT STATUS: 0",
        ] { #expect(run.output.contains(part), "\(part)") }
        #expect(run.output.matches(of: /-h, --help/).count == 1)
    }

    @Test func `a message of nbrun's own keeps its first letter`() {
        #expect(UsageText.problem("Error: Notes.md is there already") == "Notes.md is there already")
        #expect(UsageText.problem("Error: Missing value for '-p'\nUsage: x") == "missing value for '-p'\nUsage: x")
    }
}
