import Foundation
import Testing

/// Whatever becomes of a descriptor, nbrun ends in time, writes its report and leaves nothing behind.
@Suite("5. Descriptors that are closed, full, broken, shut or do not wait")
struct DescriptorFaultsTests {
    @Test(arguments: DescriptorFault.some)
    func `the report is written in time, and nothing is left`(fault: DescriptorFault) throws {
        let line = try CommandLine.withTemporaryFolder()
        defer { line.remove() }
        let isOfCell = fault.moment != .atStart
        let source = """
            import Foundation
            utimes("clock", nil)
            print("said before")
            fflush(stdout)
            \(fault.moment == .inCell ? fault.swift : "")
            display("shown")
            print("said after")
            \(fault.moment == .atEnd ? fault.swift : "")
            """
        try line.write(chapter(source, "print(\"lat\" + \"er\")"), to: "a.md")
        let perl = "use POSIX; use Socket; \(isOfCell ? "" : fault.perl) exec @ARGV; exit 99"
        let run = try line.nbrun(
            "-e", perl, CommandLine.program.path, "a.md", "--timeout", "2",
            program: URL(fileURLWithPath: "/usr/bin/perl"))
        #expect(run.status == (fault.endsTheCell ? 138 : 0), "\(run.errors)")
        try line.expectWholeReport(within: 4)
        let record = try line.read("output/a.nbrun.json")
        #expect(record.contains("said before") && record.contains("shown"))
        #expect(record.contains("later\\n") == !(fault.endsTheCell || fault.silencesLaterCells))
    }

    /// As many descriptors as nbrun needs, and fewer.
    @Test(arguments: [16, 18, 20, 24, 30, 63, 64, 80])
    func `too low a limit of descriptors is told in a sentence`(limit: Int) throws {
        let line = try CommandLine.withTemporaryFolder()
        defer { line.remove() }
        let fill =
            "var count = 0\nwhile open(\"/dev/null\", O_RDONLY) >= 0 { count += 1 }\nprint(count > 9 ? \"filled\" : \"full\")"
        try line.write(chapter("import Foundation\n\(fill)", "print(\"lat\" + \"er\")"), to: "a.md")
        let run = try line.shell("ulimit -n \(limit); exec '\(CommandLine.program.path)' a.md")
        let sentence = """
            error: only \(limit) files may be open at a time, but nbrun needs 64; raise the limit, as by 'ulimit -n 1024'

            """
        if limit < 64 {
            #expect(run.errors == sentence)
            #expect(run.status == 138)
        } else {
            #expect(run.status == 0, "\(run.errors)")
            let record = try line.read("output/a.nbrun.json")
            #expect(record.contains("filled") && record.contains("later\\n"))
        }
        #expect(run.seconds < 10)
        #expect(line.processesLeft == [] && line.temporaryFiles == [])
    }

    /// What is kept of earlier runs is never waited for.
    @Test func `pipes in the place of kept files are not read`() throws {
        var line = try CommandLine.withTemporaryFolder()
        defer { line.remove() }
        line.cache = line.folder.appendingPathComponent("cache").path
        try line.write("one", to: "data.txt")
        try line.write(chapter("//| depends: data.txt\nprint(\"first\")", "print(\"second\")"), to: "a.md")
        #expect(try line.nbrun("a.md").status == 0)
        let report = try line.read("output/a.html")
        let pipes = "for f in cache/nbrun/cells/*/*; do rm $f; mkfifo $f; done; ls cache/nbrun/cells/*/* | wc -l"
        #expect(try line.shell(pipes).output.contains(/^[1-9]/))
        let run = try line.nbrun("a.md")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.seconds < 10)
        #expect(run.errors.contains("a compiled cell that was kept is damaged") || !run.errors.contains("error"))
        #expect(try line.read("output/a.html") == report)
        #expect(line.processesLeft == [] && line.temporaryFiles == [])
    }
}

extension CommandLine {
    /// One whose temporary files are in a folder of its own, so that it is seen what is left.
    static func withTemporaryFolder() throws -> CommandLine {
        var line = try CommandLine()
        let temporary = line.folder.appendingPathComponent("tmp")
        try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
        line.environment["TMPDIR"] = temporary.path
        try line.write("", to: "clock")
        return line
    }

    var temporaryFiles: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("tmp").path)) ?? [
            "no folder"
        ]
    }

    /// The report of `a.md` is there, no process and no temporary file is, and that so many seconds at most after the first
    /// cell set the time of the file `clock`. (A file that it made would be gone with a cell that failed.)
    func expectWholeReport(within seconds: Double, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let clock = try FileManager.default.attributesOfItem(atPath: folder.appendingPathComponent("clock").path)
        let start = try #require(clock[.modificationDate] as? Date, sourceLocation: sourceLocation)
        #expect(Date().timeIntervalSince(start) < seconds, sourceLocation: sourceLocation)
        let report = try read("output/a.html")
        #expect(report.hasPrefix("<!DOCTYPE html>") && report.hasSuffix("-->\n"), sourceLocation: sourceLocation)
        #expect(report.contains("said before"), sourceLocation: sourceLocation)
        #expect(processesLeft == [], sourceLocation: sourceLocation)
        #expect(temporaryFiles == [], sourceLocation: sourceLocation)
    }
}
