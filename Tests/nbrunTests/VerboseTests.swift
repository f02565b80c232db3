import Foundation
import Testing

@Suite struct VerboseTests {
    @Test func everyCommandIsShownAsALineThatAShellRuns() throws {
        var line = try CommandLine()
        defer { line.remove() }
        line.environment["TMPDIR"] = line.folder.path + "/it's temporary"
        try line.write("", to: "it's temporary/.keep")
        try line.write(chapter("import Foundation\nprint(sin(0.0))"), to: "a.md")
        let run = try line.nbrun("-v", "--fresh", "a.md")
        #expect(run.status == 0)
        let commands = run.errors.split(separator: "\n").filter { $0.hasPrefix("/") || $0.hasPrefix("'/") }.map(
            String.init)
        let programs = commands.map { ($0.prefix { $0 != " " } as NSString).lastPathComponent }
        #expect(programs == ["nbrun-host", "swift-frontend", "swift-autolink-extract", "ld.lld"], "\(run.errors)")
        for command in commands.dropFirst() {
            #expect(try line.shell(command).status == 0, "\(command)")
        }
    }

    @Test func nothingIsShownOrKeptUnlessItIsAskedFor() throws {
        var line = try CommandLine()
        defer { line.remove() }
        line.environment["TMPDIR"] = line.folder.path
        try line.write(chapter("1 + 1"), to: "a.md")
        let run = try line.nbrun("--fresh", "a.md")
        #expect(!run.errors.contains("swift-frontend"))
        let names = try FileManager.default.contentsOfDirectory(atPath: line.folder.path)
        #expect(!names.contains { $0.hasPrefix("nbrun-") })
    }
}
