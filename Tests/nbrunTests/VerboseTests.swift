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

    /// With another cell before it, and with the value shown, there would be reasons to ask again.
    @Test(arguments: ["let s = HARD", "HARD", "func f() { _ = HARD }\n1"])
    func `an expression that is too hard for the compiler is tried once`(source: String) throws {
        var line = try CommandLine()
        defer { line.remove() }
        line.environment["TMPDIR"] = line.folder.path
        let hard = "\"a\" + 1 + \"b\" + 2 + \"c\" + 3.0 + \"d\" + 4"
        try line.write(chapter("let unused = 1", source.replacing("HARD", with: hard)), to: "a.md")
        let run = try line.nbrun("-v", "--fresh", "a.md")
        #expect(run.status == 1)
        #expect(run.errors.contains("unable to type-check this expression"), "\(run.errors)")
        let compilations = run.errors.split(separator: "\n").filter { $0.contains("swift-frontend") }
        #expect(compilations.count == 2, "\(run.errors)")
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
