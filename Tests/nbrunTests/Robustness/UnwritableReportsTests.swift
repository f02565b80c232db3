import Foundation
import Testing

@Suite("2. A full disk, a read-only folder, a path that cannot be written")
struct UnwritableReportsTests {
    private let line: CommandLine

    init() throws {
        line = try CommandLine()
        try line.write(chapter("print(\"it ran\")"), to: "a.md")
    }

    @Test(
        .enabled(if: CommandLine.canMount, "no right to mount file systems here"),
        arguments: [
            ("size=16k", "", "No space left on device"), ("size=1m", ",ro", "Read-only file system"),
        ])
    func aFullOrReadOnlyFileSystem(size: String, readOnly: String, reason: String) throws {
        defer { line.remove() }
        let script = """
            mkdir output && mount -t tmpfs -o \(size) none output && echo old > output/a.html && mount -o remount,\(size)\(readOnly) output
            \(CommandLine.program.path) a.md --force; echo status $?; cat output/a.html; ls -A output
            """
        try line.write(script, to: "script")
        let run = try line.shell("unshare --mount sh script")
        #expect(run.output == "status 73\nold\na.html\n", "\(run.output)\(run.errors)")
        #expect(run.errors.hasSuffix("error: output/a.html cannot be written: \(reason)\n"), "\(run.errors)")
    }

    @Test(arguments: [(EIO, "Input/output error"), (ENOSPC, "No space left on device")])
    func anErrorOfAnyCall(code: Int32, reason: String) throws {
        defer { line.remove() }
        #expect(try line.nbrun("a.md").status == 0)
        let old = try line.contents(of: "output")
        try line.write(chapter("print(\"it ran again\")"), to: "a.md")
        let faults = Faults(program: "nbrun", folder: line.folder.appendingPathComponent("output"), with: "\(code)")
        let count = try line.count(of: faults, ["a.md"])
        let new = try line.contents(of: "output")
        for number in Faults.numbers(of: count, shortened: 8) {
            for (name, data) in old { try data.write(to: line.folder.appendingPathComponent("output/\(name)")) }
            let run = try line.with(faults.environment(at: number)).nbrun("a.md")
            // What could not be removed is no error; the next run does it.
            if run.status != 0 {
                #expect(run.status == 73, "call \(number) of \(count): \(run.errors)")
                #expect(run.errors.contains("cannot be written: \(reason)"), "\(run.errors)")
            }
            for (name, data) in try line.contents(of: "output") where name.hasSuffix(".html") {
                #expect(data == old[name] || data == new[name], "\(name), call \(number) of \(count)")
            }
        }
        #expect(try line.nbrun("a.md").status == 0)
        #expect(try Set(line.contents(of: "output").keys) == ["a.html", "a.nbrun.json"])
    }

    @Test(arguments: [
        ("x/", "x/a.html cannot be written: it is a folder"),
        ("file/b/a.html", "file/b/a.html cannot be written: file is no folder"),
        ("pipe.html", "pipe.html cannot be written: it is no regular file"),
        (String(repeating: "n", count: 300) + ".html", "cannot be written: File name too long"),
    ])
    func aPathThatCannotBeWrittenIsToldBeforeAnythingRuns(path: String, message: String) throws {
        defer { line.remove() }
        try line.write("1", to: "file")
        try FileManager.default.createDirectory(
            at: line.folder.appendingPathComponent("x/a.html"), withIntermediateDirectories: true)
        #expect(mkfifo(line.folder.path + "/pipe.html", 0o600) == 0)
        let run = try line.nbrun("a.md", "-o", path)
        #expect(run.status == 73)
        #expect(run.errors.hasPrefix("error: ") && run.errors.hasSuffix("\(message)\n"), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count == 1, "no cell has run: \(run.errors)")
    }

    @Test func aFileThatIsNoReportIsNotOverwritten() throws {
        defer { line.remove() }
        try line.write("1,2\n", to: "data.csv")
        let run = try line.nbrun("a.md", "-o", "data.csv")
        #expect(run.status == 64 && run.errors.contains("-o 'data.csv' is a file that is no report"))
        #expect(try line.read("data.csv") == "1,2\n")
    }

    @Test func aLinkStaysAndTheFileThatItLeadsToIsReplaced() throws {
        defer { line.remove() }
        #expect(try line.nbrun("a.md", "-o", "site/real.html").status == 0)
        try line.write(chapter("print(\"it ran again\")"), to: "a.md")
        let files = FileManager.default
        try files.createDirectory(at: line.folder.appendingPathComponent("output"), withIntermediateDirectories: true)
        try files.createSymbolicLink(
            atPath: line.folder.path + "/output/a.html", withDestinationPath: "../site/real.html")
        try files.createSymbolicLink(
            atPath: line.folder.path + "/output/a.nbrun.json", withDestinationPath: "../site/new.json")
        #expect(try line.nbrun("a.md").status == 0)
        #expect(try files.destinationOfSymbolicLink(atPath: line.folder.path + "/output/a.html") == "../site/real.html")
        #expect(try line.read("site/real.html").contains("it ran again"))
        #expect(try line.read("site/new.json").contains("succeeded"))
    }

    @Test func theNewFileHasThePermissionsOfTheOldOne() throws {
        defer { line.remove() }
        #expect(try line.nbrun("a.md").status == 0)
        let path = line.folder.path + "/output/a.html"
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        #expect(try line.nbrun("a.md").status == 0)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    }
}

extension CommandLine {
    /// A shell's command in the folder.
    func shell(_ command: String) throws -> Run {
        try nbrun(arguments: ["-c", command], program: URL(fileURLWithPath: "/bin/sh"))
    }
}
