import Foundation
import Testing

/// Whatever nbrun's standard descriptors lead to, the report is written.
@Suite("5. Closed, full and broken standard descriptors")
struct StandardDescriptorsTests {
    @Test(arguments: [
        "0<&-", "1>&-", "2>&-", "1>&- 2>&-", "0<&- 1>&- 2>&-", ">/dev/full", "2>/dev/full", ">/dev/full 2>/dev/full",
        "<.",
        "2>&1 | true", "3>&- 4>&-", "3>x 4>x 5>x 6>x 7>x 8>x 9>x", "<>/dev/null >&0 2>&0",
    ])
    func `a run writes its report and ends as always`(redirection: String) throws {
        let line = try CommandLine()
        defer { line.remove() }
        try line.write(chapter("print(\"first\")", "print(\"second\")"), to: "a.md")
        let command = "'\(CommandLine.program.path)' a.md"
        // By the time at which there is something to write, nobody reads the pipe any more.
        let piped = "{ sleep 0.2; \(command); echo $? >status; } \(redirection); exit $(cat status)"
        let run = try line.shell(redirection.contains("|") ? piped : "\(command) \(redirection)")
        #expect(run.status == 0, "\(run.errors)")
        let report = try line.read("output/a.html")
        #expect(report.contains("first") && report.contains("second"))
        #expect(report.hasPrefix("<!DOCTYPE html>") && report.hasSuffix("-->\n"))
        #expect(line.processesLeft == [])
    }
}
