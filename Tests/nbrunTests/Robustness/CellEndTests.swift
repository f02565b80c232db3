import Foundation
import Testing

/// Whatever ends a cell, what it said is kept, the report tells what happened, and later cells are not run.
@Suite("3. Cells that trap, abort, crash, exit, are killed, overflow the stack")
struct CellEndTests {
    /// A way to end a cell, the exit status of nbrun, and what it says of it.
    struct Ending: CustomTestStringConvertible {
        let source: String
        let status: Int32
        let message: String

        init(_ source: String, _ status: Int32, _ message: String) {
            (self.source, self.status, self.message) = (source, status, message)
        }

        var testDescription: String { source }
    }

    static let endings = [
        Ending("fatalError(\"we give up\")", 1, "we give up"),
        Ending("let list = [1]; _ = list[3]", 1, "Index out of range"),
        Ending("struct Oops: Error {}; throw Oops()", 1, "Oops()"),
        Ending("abort()", 138, "the program aborted (SIGABRT)"),
        Ending("UnsafeMutablePointer<Int>(bitPattern: 8)!.pointee = 1", 138, "SIGSEGV"),
        Ending("raise(SIGBUS)", 138, "signal 7"),
        Ending("kill(getpid(), SIGKILL)", 138, "was killed (SIGKILL)"),
        Ending("exit(0)", 1, "exit(0)"),
        Ending("exit(3)", 1, "exit(3)"),
        Ending("_exit(0)", 1, "exit(0)"),
        Ending("execl_true()", 1, "exit(0)"),
        Ending("func down(_ n: Int) -> Int { n + down(n + 1) }; _ = down(0)", 138, "the stack is full"),
        Ending("Thread { _ = [1][Int.random(in: 5...6)] }.start(); sleep(5)", 1, "Index out of range"),
    ]

    @Test(arguments: endings, [false, true])
    func theReportTellsIt(ending: Ending, keepsGoing: Bool) throws {
        let line = try CommandLine()
        defer { line.remove() }
        let source = """
            import Foundation
            func execl_true() {
                var words: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
                execv("/bin/true", &words)
            }
            print("said before")
            \(ending.source)
            print("not reached")
            """
        try line.write(chapter(source, "print(\"later\")"), to: "a.md")
        let run = try line.nbrun(arguments: ["a.md"] + (keepsGoing ? ["--keep-going"] : []))
        #expect(run.status == ending.status, "\(run.errors)")
        #expect(run.errors.contains(ending.message), "\(run.errors)")
        let record = try line.read("output/a.nbrun.json")
        #expect(record.contains("said before"))
        #expect(!record.contains("not reached"))
        #expect(record.contains("\"later\\n\"") == keepsGoing)
        #expect(line.processesLeft == [])
    }

    private static let memoryGroups = URL(fileURLWithPath: "/sys/fs/cgroup/memory")

    @Test(.enabled(if: access(memoryGroups.path, W_OK) == 0, "no memory limit can be set here"))
    func theCellIsEndedWhereTheMemoryRunsOut() throws {
        let line = try CommandLine()
        defer { line.remove() }
        let group = Self.memoryGroups.appendingPathComponent(line.folder.lastPathComponent)
        try FileManager.default.createDirectory(at: group, withIntermediateDirectories: false)
        defer { rmdir(group.path) }
        let limit = "\(400 << 20)"
        try limit.write(to: group.appendingPathComponent("memory.limit_in_bytes"), atomically: false, encoding: .utf8)
        let source = """
            print("said before")
            var lists: [[UInt8]] = []
            while true { lists.append([UInt8](repeating: 1, count: 8 << 20)) }
            """
        try line.write(chapter(source), to: "a.md")
        try line.write("echo $$ > \(group.path)/cgroup.procs; exec \(CommandLine.program.path) a.md", to: "run.sh")
        let run = try line.nbrun("run.sh", program: URL(fileURLWithPath: "/bin/sh"))
        #expect(run.status == 138)
        #expect(run.errors.contains("was killed (SIGKILL), perhaps because the memory ran out"), "\(run.errors)")
        #expect(try line.read("output/a.html").contains("said before"))
        #expect(line.processesLeft == [])
    }
}
