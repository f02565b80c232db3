import Chapters
import Glibc
import Testing

@testable import Sessions

/// A state that is kept waits for its copy, and does nothing else, whatever the cells wished to hear.
@Suite struct KeptStateTests {
    private static let counter = """
        import Glibc
        nonisolated(unsafe) var heard = 0
        """

    /// What an earlier cell wishes to hear, and what a cell does that is undone.
    @Test(arguments: [
        ("signal(SIGUSR1) { _ in heard += 1 }", "kill(getppid(), SIGUSR1)\nusleep(50_000)\nfatalError()"),
        ("signal(SIGCHLD) { _ in heard += 1 }", "fatalError()"),
        ("signal(SIGURG) { _ in heard += 1 }", "fatalError()"),
        ("signal(SIGALRM) { _ in heard += 1 }\nalarm(1)", "usleep(1_300_000)\nfatalError()"),
    ])
    func `no handler runs in it`(wish: String, undone: String) throws {
        let run = try RunningChapter(
            cells: ["\(Self.counter)\n\(wish)", "//| error: true\n\(undone)", "signal(SIGALRM, SIG_IGN)\nheard"])
        #expect(run.statuses == [.succeeded, .failed, .succeeded])
        #expect(run.texts[2].hasSuffix("0"), "\(run.texts)")
    }

    @Test func `handlers are heard again in the state that goes on`() throws {
        let run = try RunningChapter(
            cells: [
                "\(Self.counter)\nsignal(SIGUSR1) { _ in heard += 1 }", "//| error: true\nfatalError()",
                "raise(SIGUSR1)\nheard",
            ])
        #expect(run.texts[2].hasSuffix("1"), "\(run.texts)")
    }

    /// A cell that ignores the end of children does not keep a state from hearing of its copy's.
    @Test(arguments: ["signal(SIGCHLD, SIG_IGN)", "signal(SIGCHLD) { _ in wait(nil) }"])
    func `how a cell ended is known`(wish: String) throws {
        let run = try RunningChapter(
            cells: ["import Glibc\nvar n = 1\n_ = \(wish)", "//| error: true\nn = 2\nabort()", "n"])
        #expect(run.statuses == [.succeeded, .failed, .succeeded])
        #expect(run.complaint(ofCell: 2).message == "the program aborted (SIGABRT)")
        #expect(run.texts[2] == "1")
    }

    /// States are dropped by a signal, too.
    @Test func `it is given up also where a cell has blocked all signals`() throws {
        let block = "import Glibc\nvar all = sigset_t()\nsigfillset(&all)\n_ = sigprocmask(SIG_BLOCK, &all, nil)"
        let session = try Session()
        var options = RunOptions()
        options.keepsSnapshots = true
        options.memoryLimit = 1
        var texts = [block, "var a = 1", "a += 2", "a += 20", "a"]
        let run = { (texts: [String]) in
            let text = texts.map { "```swift\n\($0)\n```\n" }.joined(separator: "\n")
            return try session.run(try Chapter(parsing: text, path: "a.md"), options: options) { _ in }
        }
        #expect(try run(texts).cells.last?.outputs.map(\.plainText) == ["23"])
        #expect(session.history.cells.contains { $0.effect?.isKept == false })
        texts[3] = "a += 200"
        #expect(try run(texts).cells.last?.outputs.map(\.plainText) == ["203"])
    }

    /// One that a cell has stopped is continued when it is needed.
    @Test func `it is gone back to also where a cell has stopped it`() throws {
        let session = try Session()
        var options = RunOptions()
        options.keepsSnapshots = true
        let run = { (last: String) in
            let cells = ["import Glibc\nvar a = 1", "a += 2", last, "a"]
            let text = cells.map { "```swift\n\($0)\n```\n" }.joined(separator: "\n")
            return try session.run(try Chapter(parsing: text, path: "a.md"), options: options) { _ in }
        }
        #expect(try run("a += 20\nkill(getppid(), SIGSTOP)").cells.last?.outputs.map(\.plainText) == ["23"])
        let clock = ContinuousClock()
        let start = clock.now
        #expect(try run("a += 200").cells.last?.outputs.map(\.plainText) == ["203"])
        #expect(start.duration(to: clock.now) < .seconds(6))
    }
}
