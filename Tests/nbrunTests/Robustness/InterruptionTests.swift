import Foundation
import Testing

/// Ctrl-C ends what runs, and loses nothing.
@Suite("5. Ctrl-C once and twice")
struct InterruptionTests {
    static let running =
        "import Foundation\nprint(\"so far\")\nsystem(\"touch there; (setsid sleep 600) &\")\nwhile true {}"

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU])
    func onceEndsTheCellAndWritesTheReport(signal: Int32) throws {
        let line = try CommandLine()
        defer { line.remove() }
        try line.write(chapter("print(\"first\")", Self.running, "print(\"later\")"), to: "a.md")
        let run = try line.start("a.md", untilThereIs: "there")
        let start = Date()
        kill(run.processIdentifier, signal)
        run.waitUntilExit()
        #expect(run.terminationStatus == 130)
        #expect(Date().timeIntervalSince(start) < 3)
        let record = try line.read("output/a.nbrun.json")
        #expect(record.contains("first") && record.contains("so far") && !record.contains("later\\n"))
        #expect(try line.read("output/a.html").contains("interrupted"))
        #expect(line.processesLeft == [])
    }

    @Test func onceEndsACompilation() throws {
        let line = try CommandLine()
        defer { line.remove() }
        // The compiler needs many seconds for it.
        let sums = (0..<60).map { "let sum\($0) = (0..<9).map { Double($0) * 0.5 + 1 }.filter { $0 > 2 }.reduce(0, +)" }
        let touch = "import Foundation\nprint(\"first\")\nsystem(\"touch there\")"
        try line.write(chapter(touch, sums.joined(separator: "\n")), to: "a.md")
        let run = line.process(["a.md", "--fresh"])
        (run.standardOutput, run.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try run.run()
        for _ in 0..<2000 where !line.exists("there") { usleep(5_000) }
        usleep(300_000)
        let start = Date()
        run.interrupt()
        run.waitUntilExit()
        #expect(run.terminationStatus == 130)
        #expect(Date().timeIntervalSince(start) < 1.5)
        #expect(try line.read("output/a.html").contains("interrupted while it was compiled"))
        #expect(line.processesLeft == [])
    }

    @Test func twiceEndsItAtOnce() throws {
        let line = try CommandLine()
        defer { line.remove() }
        try line.write(chapter(Self.running), to: "a.md")
        let run = try line.start("a.md", untilThereIs: "there")
        let start = Date()
        run.interrupt()
        usleep(1_000)
        run.interrupt()
        run.waitUntilExit()
        #expect(run.terminationStatus == 130)
        #expect(Date().timeIntervalSince(start) < 1)
        #expect(line.awaitNoProcess(), "\(line.processesLeft)")
    }

    /// In a real terminal: no mode of it is changed, and what comes next begins in a line of its own.
    @Test(arguments: [1, 2])
    func theTerminalIsLeftInOrder(count: Int) throws {
        let line = try CommandLine()
        defer { line.remove() }
        // No other run that is under way has this name.
        let name = "in-a-terminal-\(count).md"
        try line.write(chapter(Self.running), to: name)
        try line.write(
            """
            stty -a > before
            (while [ ! -e there ]; do sleep 0.05; done; sleep 0.5
            for i in $(seq \(count)); do pkill -INT -fx '\(CommandLine.program.path) \(name)'; sleep 0.01; done) &
            \(CommandLine.program.path) \(name)
            echo "status $?"
            stty -a > after
            """, to: "run.sh")
        let terminal = try line.nbrun(
            "-qec", "bash run.sh", "typescript", program: URL(fileURLWithPath: "/usr/bin/script"))
        #expect(try line.read("before") == line.read("after"))
        #expect(terminal.output.contains(/\Rstatus 130/), "\(terminal.output)")
        #expect(!terminal.output.contains("\u{1B}[?25l"))
        #expect(line.awaitNoProcess(), "\(line.processesLeft)")
    }
}
