import Foundation
import Testing

/// A terminal that is closed takes no report with it.
@Suite("5. A terminal that goes")
struct LostTerminalTests {
    private static let cell = """
        import Foundation
        print("said before")
        utimes("clock", nil)
        close(open("begun", O_CREAT | O_WRONLY, 0o600))
        for step in 0..<20 { print("step", step); usleep(50_000) }
        """

    /// With `nohup`, as people have who let a run go on, the run goes on.
    @Test(arguments: [("", false), ("trap '' HUP;", true)])
    func `the report is written`(trap: String, goesOn: Bool) throws {
        let line = try CommandLine.withTemporaryFolder()
        defer { line.remove() }
        try line.write(chapter(Self.cell, "print(\"lat\" + \"er\")"), to: "a.md")
        // The system tells the first process of the terminal that it is gone.
        let command = "\(trap) exec '\(CommandLine.program.path)' a.md"
        let terminal = line.process(["-qfc", command, "typescript"], program: URL(fileURLWithPath: "/usr/bin/script"))
        (terminal.standardOutput, terminal.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        terminal.standardInput = FileHandle.nullDevice
        try terminal.run()
        for _ in 0..<2000 where !line.exists("begun") { usleep(10_000) }
        kill(terminal.processIdentifier, SIGKILL)
        terminal.waitUntilExit()
        for _ in 0..<500 where !line.processesLeft.isEmpty { usleep(10_000) }
        try line.expectWholeReport(within: 10)
        let record = try line.read("output/a.nbrun.json")
        #expect(record.contains("later\\n") == goesOn)
        #expect(record.contains("interrupted") == !goesOn)
    }
}
