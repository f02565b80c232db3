import Foundation
import Testing

/// A cell that does not end by itself, or leaves others running, holds nobody up and leaves nothing behind.
@Suite("4. Endless loops, ignored signals, fork bombs and daemons")
struct RunawayTests {
    @Test(arguments: [
        "while true {}",
        "for number in 1..<32 { signal(Int32(number), SIG_IGN) }; while true {}",
        "sleep(1000)",
        "system(\"for i in $(seq 50); do (setsid sh -c 'trap \\\"\\\" TERM; sleep 600 & sleep 600' &); done; sleep 600\")",
        "for _ in 0..<50 { Thread { while true {} }.start() }; sleep(1000)",
    ])
    func aTimeoutEndsIt(source: String) throws {
        let line = try CommandLine()
        defer { line.remove() }
        try line.write(chapter("import Foundation\nprint(\"begun\")\n\(source)", "1"), to: "a.md")
        let run = try line.nbrun("a.md", "--timeout", "1")
        #expect(run.status == 124, "\(run.errors)")
        #expect(run.seconds < 8)
        #expect(run.errors.contains("the cell took longer than 1 s"))
        #expect(try line.read("output/a.html").contains("begun"))
        #expect(line.processesLeft == [])
    }

    @Test(arguments: ["setsid sleep 600", "sleep 600", "setsid sh -c 'setsid sleep 600 & sleep 600'"])
    func aDaemonThatHoldsTheOutputOpenEndsWithTheRun(program: String) throws {
        let line = try CommandLine()
        defer { line.remove() }
        try line.write(chapter("import Foundation\nsystem(\"(\(program)) &\")\nprint(\"on\")"), to: "a.md")
        let run = try line.nbrun("a.md")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.seconds < 5)
        #expect(try line.read("output/a.html").contains("on"))
        #expect(line.processesLeft == [])
    }

    @Test func whatAFailedCellStartedEndsWithIt() throws {
        let line = try CommandLine()
        defer { line.remove() }
        let cells = chapter(
            "import Foundation\nsystem(\"(setsid sleep 600) &\")",
            "system(\"(setsid sleep 700) &\")\nusleep(200_000)\nfatalError()",
            "system(\"touch there\")\nsleep(60)")
        try line.write(cells, to: "a.md")
        let run = try line.start("a.md", "--keep-going", untilThereIs: "there")
        let left = line.processesLeft
        // That of the cell that succeeded is part of the session.
        #expect(left.contains { $0.contains("sleep 600") })
        #expect(!left.contains { $0.contains("sleep 700") })
        run.interrupt()
        run.waitUntilExit()
        #expect(line.processesLeft == [])
    }

    /// The moments of a run at which nbrun itself is killed.
    @Test(
        arguments: [
            (
                "a cell runs",
                "import Foundation\nsystem(\"(setsid sleep 600) &\")\nsystem(\"touch there\")\nwhile true {}"
            ),
            ("a cell sleeps", "import Foundation\nsystem(\"touch there\")\nsleep(1000)"),
            (
                "a cell is compiled",
                "import Foundation\nsystem(\"touch there\")\n"
                    + (0..<400).map { "func f\($0)(_ x: Int) -> [Int] { (0..<x).map { $0 &* \($0) } }" }
                    .joined(separator: "\n")
            ),
        ], ["a.md", "watch"])
    func noProcessOutlivesARunnerThatIsKilled(moment: (name: String, source: String), command: String) throws {
        let line = try CommandLine()
        defer { line.remove() }
        try line.write(
            chapter("import Foundation\nsystem(\"touch there\")", moment.source), to: "a.md")
        let arguments = command == "watch" ? ["watch", "a.md"] : ["a.md"]
        let run = line.process(arguments + ["--fresh"])
        (run.standardOutput, run.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try run.run()
        for _ in 0..<2000 where !line.exists("there") { usleep(5_000) }
        #expect(!line.processesLeft.isEmpty)
        kill(run.processIdentifier, SIGKILL)
        run.waitUntilExit()
        #expect(line.awaitNoProcess(), "\(line.processesLeft)")
    }

    @Test func theNextRunRemovesTheFolderOfOneThatWasKilled() throws {
        let line = try CommandLine()
        defer { line.remove() }
        let temporary = line.folder.appendingPathComponent("tmp")
        try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
        let folders = { try FileManager.default.contentsOfDirectory(atPath: temporary.path) }
        let start = { (chapter: String) in
            let process = line.process([chapter])
            process.environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": temporary.path]) { $1 }
            process.standardError = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            return process
        }
        try line.write(chapter("import Foundation\nsystem(\"touch there\")\nsleep(1000)"), to: "a.md")
        try line.write(chapter("1"), to: "b.md")
        let killed = try start("a.md")
        for _ in 0..<2000 where !line.exists("there") { usleep(5_000) }
        // A run beside it does not take it for one that is gone.
        try start("b.md").waitUntilExit()
        #expect(try folders().count == 1)
        kill(killed.processIdentifier, SIGKILL)
        killed.waitUntilExit()
        try start("b.md").waitUntilExit()
        #expect(try folders() == [])
    }
}
