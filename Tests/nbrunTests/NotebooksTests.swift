import Foundation
import Testing

/// The project's own chapters, in short form: they run, and checkers of HTML find nothing in their reports.
@Suite struct NotebooksTests {
    static let chapters = [
        ["ch6.md", "-p", "epochs=1", "-p", "trainCount=640"], ["ch6.ko.md", "-p", "epochs=1", "-p", "trainCount=640"],
        ["ch6-experiments.md", "-p", "epochs=1", "-p", "trainCount=640"], ["tour.md"],
    ]

    @Test(arguments: chapters) func theReportIsWholeAndValid(arguments: [String]) throws {
        let line = try CommandLine()
        defer { line.remove() }
        let chapter = CommandLine.repository.appendingPathComponent("notebooks/\(arguments[0])")
        try line.write(try String(contentsOf: chapter, encoding: .utf8), to: arguments[0])
        let run = try line.nbrun(arguments: arguments)
        #expect(run.status == 0, "\(run.errors.suffix(2000))")
        let tidy = Process()
        let output = Pipe()
        tidy.executableURL = URL(fileURLWithPath: "/usr/bin/tidy")
        tidy.arguments = ["-quiet", "-errors", "-utf8", "output/\(arguments[0].replacing(".md", with: ".html"))"]
        tidy.currentDirectoryURL = line.folder
        tidy.standardError = output
        try tidy.run()
        #expect(String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) == "")
    }
}
