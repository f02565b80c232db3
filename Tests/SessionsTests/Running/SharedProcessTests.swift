import Chapters
import Display
import Glibc
import Testing

@testable import Sessions

/// A failed cell leaves the state from before it, also where that could not be kept.
@Suite struct SharedProcessTests {
    /// Ways to leave a thread behind that a copy of the process would not have.
    private static let threads = [
        "import Dispatch\nDispatchQueue.global().async {}",
        "import Dispatch\nDispatchQueue.concurrentPerform(iterations: 4) { _ in }",
        "import Foundation\nThread { sleep(1000) }.start()",
        "import Foundation\nlet true_ = Process()\ntrue_.executableURL = URL(fileURLWithPath: \"/bin/true\")\n"
            + "try true_.run()\ntrue_.waitUntilExit()",
        "import Glibc\nTask { while true { usleep(100) } }",
    ]

    @Test(arguments: threads, [false, true])
    func `after a failure the state is the one from before it, whatever threads there are`(
        thread: String, keepsGoing: Bool
    ) throws {
        var options = RunOptions()
        options.keepGoing = keepsGoing
        let run = try RunningChapter(
            cells: [
                "var list = [1]", "\(thread)\nlist.append(2)", "list.append(3)\nlist",
                "//| error: true\nlist.append(4)\nlist[9]", "list",
            ], options: options)
        #expect(run.statuses == [.succeeded, .succeeded, .succeeded, .failed, .succeeded])
        #expect(run.texts[2] == "[1, 2, 3]")
        #expect(run.texts[4] == "[1, 2, 3]")
    }

    @Test func `a thread that is there from the first cell on hinders nothing`() throws {
        let run = try RunningChapter(
            cells: [
                "\(Self.threads[0])\nvar n = 1", "//| error: true\nn = 5\nfatalError()", "n += 1\nn",
                "//| error: true\nthrow CancellationError()", "//| error: true\nlet broken: Int = \"\"", "n",
            ])
        #expect(run.statuses == [.succeeded, .failed, .succeeded, .failed, .failed, .succeeded])
        #expect(run.texts[2] == "2")
        #expect(run.texts[5] == "2")
    }

    @Test func `a session that is killed as a whole is made again for the cells that follow`() throws {
        let run = try RunningChapter(
            cells: ["import Glibc\nvar n = 1", "n += 1", "//| error: true\nkill(getppid(), SIGKILL)\nsleep(5)", "n"])
        #expect(run.statuses == [.succeeded, .succeeded, .failed, .succeeded])
        #expect(run.texts[3] == "2")
    }

    @Test func `what cannot be repeated is told, and nothing is run on another state`() throws {
        let run = try RunningChapter(
            cells: [
                Self.threads[0], "let n = Int.random(in: 0 ... .max)\nn", "//| error: true\n[1][5]",
                "//| error: true\nn", "n",
            ])
        #expect(run.statuses == [.succeeded, .succeeded, .failed, .failed, .notRun])
        #expect(run.record.cells[3].failure?.kind == .stateLost)
        #expect(run.complaint(ofCell: 4).location?.line == 18)
        #expect(
            run.complaint(ofCell: 4).message == """
                the state before this cell was lost with a cell that failed, and running the cells before it again did not \
                give it: the one in line 7 gave something else then; let cells give the same in each run, or let none fail
                """)
    }

    @Test func `a cell that fails when it is run again is named`() throws {
        let marker = "/tmp/nbrun-test-\(UInt64.random(in: 0 ... .max))"
        // What a program does is not undone.
        let once = """
            import Foundation
            let program = try Process.run(URL(fileURLWithPath: "/bin/mkdir"), arguments: ["\(marker)"])
            program.waitUntilExit()
            precondition(program.terminationStatus == 0, "it is there")
            """
        let run = try RunningChapter(
            cells: ["\(once)\nThread { sleep(1000) }.start()", "//| error: true\n[1][5]", "1"])
        #expect(run.statuses == [.succeeded, .failed, .failed])
        #expect(
            run.complaint(ofCell: 3).message.contains("the one in line 2 failed when it was run again (it is there)"))
        rmdir(marker)
    }

    @Test func `cells that run again are told once, and are not shown again`() throws {
        let cells = ["print(1)", Self.threads[0], "//| error: true\n[1][5]", "3"]
        let text = cells.map { "```swift\n\($0)\n```\n" }.joined(separator: "\n")
        var told: [String] = []
        _ = try Session().run(try Chapter(parsing: text, path: "a.md"), options: RunOptions()) { notice in
            switch notice {
            case .started(let cell): told.append("started \(cell.number)")
            case .finished(let cell, _): told.append("finished \(cell.number)")
            case .runningAgain(let cells, let next, let loss):
                told.append("again \(cells.map(\.number)) before \(next.number), \(loss == .failure(.threads))")
            default: break
            }
        }
        #expect(
            told == [
                "started 1", "finished 1", "started 2", "finished 2", "started 3", "finished 3", "started 4",
                "again [1, 2] before 4, true", "finished 4",
            ])
    }

    @Test func `no cell runs in the place of another one when a state ends by itself`() throws {
        let run = try RunningChapter(
            cells: [
                "var a = 1",
                "a += 1\nlet late = Task { try await Task.sleep(for: .milliseconds(100)); fatalError(\"late\") }",
                "//| error: true\nimport Foundation\nThread.sleep(forTimeInterval: 0.4)\na += 200",
                "print(\"before 5:\", a)",
            ], options: .goingOnAfterFailures)
        // Whatever of it can be had: the failed cell's own effect is in no later one.
        #expect(!run.texts[3].contains("20"), "\(run.texts) \(run.statuses)")
    }

    @Test func `a state that was killed while nothing ran is made again`() throws {
        let session = try Session()
        let cells = { (texts: [String]) in texts.map { "```swift\n\($0)\n```\n" }.joined(separator: "\n") }
        var options = RunOptions()
        options.keepsSnapshots = true
        var texts = ["var a = 1", "a += 2", "a += 20; print(a)"]
        let first = try session.run(try Chapter(parsing: cells(texts), path: "a.md"), options: options) { _ in }
        #expect(first.cells[2].outputs == [.stream(.output, "23\n")])
        kill(try #require(session.history.cells.last?.effect?.process), SIGKILL)
        usleep(100_000)
        for number in [100, 200] {
            texts = Array(texts[..<3]) + ["a += \(number); print(a)"]
            var losses: [StateLoss] = []
            let run = try session.run(try Chapter(parsing: cells(texts), path: "a.md"), options: options) { notice in
                if case .runningAgain(_, _, let loss) = notice { losses.append(loss) }
            }
            #expect(losses == (number == 100 ? [.ended] : []))
            #expect(run.cells.map(\.status) == Array(repeating: .succeeded, count: 4))
            #expect(run.cells[3].outputs == [.stream(.output, "\(23 + number)\n")])
        }
    }

    @Test func `a cell that cannot be loaded names no generated file`() throws {
        let limit =
            "import Glibc\nvar limit = rlimit(rlim_cur: 3, rlim_max: 3)\nsetrlimit(__rlimit_resource_t(7), &limit)\n()"
        let run = try RunningChapter(cells: [limit, "print(1)"])
        #expect(
            run.complaint(ofCell: 2).message
                == "the cell could not be loaded: cannot open shared object file: Too many open files")
    }
}
