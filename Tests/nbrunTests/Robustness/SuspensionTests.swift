import Foundation
import Testing

/// A run that is stopped for a while goes on as if nothing had been.
@Suite("14. SIGSTOP and continue")
struct SuspensionTests {
    private static let cells = chapter(
        "import Foundation\nsystem(\"touch there\")\nfor i in 0..<40 { print(\"step\", i); usleep(50_000) }",
        "print(\"end\")")

    @Test(arguments: [[0], [1], [0, 1]])
    func itGoesOnWhereItStopped(stopped: [Int]) throws {
        let line = try CommandLine()
        defer { line.remove() }
        try line.write(Self.cells, to: "a.md")
        let run = try line.start("a.md", untilThereIs: "there")
        let all = line.processesLeft.map { Int32($0.prefix { $0 != " " })! }
        let runner = run.processIdentifier
        let chosen = stopped.flatMap { $0 == 0 ? [runner] : all.filter { $0 != runner } }
        chosen.forEach { kill($0, SIGSTOP) }
        usleep(1_000_000)
        #expect(run.isRunning)
        chosen.forEach { kill($0, SIGCONT) }
        run.waitUntilExit()
        #expect(run.terminationStatus == 0)
        let record = try line.read("output/a.nbrun.json")
        #expect(record.contains("step 39\\n") && record.contains("end\\n"))
        #expect(line.processesLeft == [])
    }
}
