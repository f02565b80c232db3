import Chapters
import Display
import Fuzzing
import Testing

@testable import Sessions

/// After any edit, a session gives what a fresh run of the same text gives.
@Suite struct EditingTests {
    private static var options: RunOptions {
        var options = RunOptions()
        options.keepsSnapshots = true
        return options
    }

    private func chapter(_ cells: [String], prose: String = "") throws -> Chapter {
        let fences = cells.map { "```swift\n\($0)\n```\n" }
        return try Chapter(parsing: prose + fences.joined(separator: "\nbetween\n\n"), path: "a.md")
    }

    private func run(
        _ cells: [String], in session: Session, prose: String = "", keepGoing: Bool = false,
        memoryLimit: Int? = nil
    ) throws -> (RunRecord, ran: [Int]) {
        var options = Self.options
        options.keepGoing = keepGoing
        options.memoryLimit = memoryLimit
        var ran: [Int] = []
        var record = try session.run(try chapter(cells, prose: prose), options: options) { notice in
            if case .started(let cell) = notice { ran.append(cell.number) }
        }
        for index in record.cells.indices { record.cells[index].duration = nil }
        return (record, ran)
    }

    @Test func onlyTheEditedCellAndThoseBehindItRunAgain() throws {
        let session = try Session()
        #expect(try run(["var list = [1]", "list.append(2)", "list"], in: session).ran == [1, 2, 3])
        let (record, ran) = try run(["var list = [1]", "list.append(3)", "list"], in: session)
        #expect(ran == [2, 3])
        #expect(record.cells[2].outputs == [.text("[1, 3]")])
        #expect(try run(["var list = [1]", "list.append(3)", "list.count"], in: session).ran == [3])
    }

    @Test func editedProseRunsNothingAndMovesTheLines() throws {
        let session = try Session()
        let cells = ["func risky() -> Int { [1][7] }", "//| error: true\nrisky()", "1"]
        _ = try run(cells, in: session)
        let (record, ran) = try run(cells, in: session, prose: "A new\n\nparagraph.\n\n")
        #expect(ran == [])
        #expect(record.cells[1].failure?.location?.line == 6)
        #expect(try record == run(cells, in: Session(), prose: "A new\n\nparagraph.\n\n").0)
    }

    @Test(arguments: [
        "[0][9]", "import Foundation\nkill(getpid(), SIGKILL)", "fatalError()", "throw CancellationError()",
    ])
    func aCellThatFailedLeavesTheStateFromBeforeIt(failing: String) throws {
        let session = try Session()
        let (broken, _) = try run(["var list = [1]", "list.append(2)\n\(failing)", "list"], in: session)
        #expect(broken.cells.map(\.status) == [.succeeded, .failed, .notRun])
        let (mended, ran) = try run(["var list = [1]", "list.append(3)", "list"], in: session)
        #expect(ran == [2, 3])
        #expect(mended.cells[2].outputs == [.text("[1, 3]")])
    }

    @Test func aCellThatStartedThreadsIsRunAgainWithThoseThatShareItsProcess() throws {
        let session = try Session()
        let cells = ["var list = [1]", Self.thread, "list.append(3)", "list"]
        _ = try run(cells, in: session)
        let (record, ran) = try run(Array(cells.dropLast()) + ["list.reversed()"], in: session)
        #expect(record.cells[3].outputs == [.text("ReversedCollection<Array<Int>>(_base: [1, 2, 3])")])
        #expect(ran.contains(4))
    }

    /// Cells that leave a thread behind share a process with those after them.
    private static let thread = "import Dispatch\nDispatchQueue.global().async {}\nlist.append(2)"

    @Test(.timeLimit(.minutes(2)))
    func `an edit after a failure in a shared process gives what a fresh run gives`() throws {
        let session = try Session()
        var cells = [
            "var list = [1]", Self.thread, "list.append(3)", "//| error: true\nlist.append(4)\nlist[9]", "list",
        ]
        let edits: [(place: Int, source: String)] = [
            (4, "list.count"), (3, "//| error: true\nlist[8]"), (3, "fatalError()"), (3, "list.append(7)"),
            (0, "var list = [5]"), (2, "list[77]"), (2, "list.append(6)"), (0, "var list = [9]"),
        ]
        _ = try run(cells, in: session)
        for (place, source) in edits {
            cells[place] = source
            #expect(try run(cells, in: session).0 == run(cells, in: Session()).0, "\(cells)")
        }
    }

    @Test(.timeLimit(.minutes(2)))
    func `what was awaited does not keep a state from being kept`() throws {
        let session = try Session()
        var cells = [
            "var list = [1]", "func later() async -> Int { 2 }\nlist.append(await later())", "list.append(3)", "list",
        ]
        _ = try run(cells, in: session)
        cells[3] = "list.count"
        #expect(try run(cells, in: session).ran == [4])
        cells[2] = "list[9]"
        #expect(try run(cells, in: session).ran == [3])
        cells[2] = "list.append(4)"
        #expect(try run(cells, in: session).ran == [3, 4])
        cells[0] = "var list = [0]"
        let (record, ran) = try run(cells, in: session)
        #expect(ran == [1, 2, 3, 4])
        #expect(record.cells[3].outputs == [.text("3")])
    }

    @Test func statesThatWereGivenUpForMemoryAreMadeAgain() throws {
        let session = try Session()
        var cells = ["var list = [1]", "list.append(2)", "list.append(3)", "list"]
        _ = try run(cells, in: session, memoryLimit: 1)
        cells[3] = "list.count"
        let (again, ran) = try run(cells, in: session)
        #expect(ran == [1, 2, 3, 4])
        #expect(again.cells[3].outputs == [.text("3")])
        cells[3] = "list.first!"
        #expect(try run(cells, in: session).ran == [4])
    }

    @Test func aStateIsKeptAlsoWhereThoseBeforeItWereGivenUp() throws {
        let session = try Session()
        var cells = ["var list = [1]", "list.append(2)", "list.append(3)"]
        _ = try run(cells, in: session, memoryLimit: 1)
        cells += ["list.append(4)", "list"]
        #expect(try run(cells, in: session).ran == [4, 5])
        cells[4] = "list.count"
        #expect(try run(cells, in: session).ran == [5])
        cells[2] = "list.append(7)"
        let (record, ran) = try run(cells, in: session)
        #expect(ran == [1, 2, 3, 4, 5])
        #expect(record.cells[4].outputs == [.text("4")])
    }

    @Test func statesWithinTheLimitAreAllKept() throws {
        let session = try Session()
        var cells = ["var list = [1]", "list.append(2)", "list.append(3)", "list"]
        _ = try run(cells, in: session, memoryLimit: 64 << 30)
        cells[1] = "list.append(5)"
        #expect(try run(cells, in: session).ran == [2, 3, 4])
    }

    @Test func aHundredRandomEditsAlwaysGiveWhatAFreshRunGives() throws {
        var random = SplitMix(seed: 20)
        var cells = (0..<6).map { _ in Self.pool.randomElement(using: &random)! }
        let session = try Session()
        for edit in 0..<100 {
            Self.edit(&cells, using: &random)
            // Going on after failures, so that many cells run however they were thrown together.
            // Now and then states are given up, and some of the kept ones stand on others that are gone.
            let limit = edit % 4 == 3 ? 1 : nil
            let (live, _) = try run(cells, in: session, keepGoing: edit % 3 > 0, memoryLimit: limit)
            let (fresh, _) = try run(cells, in: Session(), keepGoing: edit % 3 > 0)
            #expect(live == fresh, "after edit \(edit): \(cells)")
            if live != fresh { return }
        }
    }

    /// Cells that mutate, redefine, draw random numbers, fail, and use what may be there or not.
    private static let pool = [
        "var list = [0]", "list.append(list.count)", "list.append(1)\nlist", "list.reduce(0, +)",
        "let word = \"a\"", "let word = [1, 2]", "print(word)", "display(word)\nprint(list)",
        "struct Box { var value = 1 }", "var box = Box()", "box.value += 1\nbox",
        "extension Box { var double: Int { value * 2 } }",
        "box.double", "Tensor(randomUniform: [2]).scalars", "setRandomSeed(3)",
        "Int.random(in: 0..<99, using: &RandomGenerator.session)",
        "//| error: true\nlist.append(99)\nlist[77]", "func twice(_ x: Int) -> Int { x * 2 }", "twice(list.count)",
        "final class Counter { var n = 0 }\nlet counter = Counter()", "counter.n += 5\ncounter.n", "#line",
        "//| eval: false\nlist.append(5)", "list[88]", "let missing = nothing",
        "func later() async -> Int { 2 }\nlist.append(await later())", "print(await MainActor.run { 5 })",
        "import Dispatch\nDispatchQueue.global().async {}", "//| error: true\nfatalError()",
    ]

    private static func edit(_ cells: inout [String], using random: inout SplitMix) {
        let place = Int.random(in: cells.indices, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: cells[place] = pool.randomElement(using: &random)!
        case 1 where cells.count < 12: cells.insert(pool.randomElement(using: &random)!, at: place)
        case 2 where cells.count > 4: cells.remove(at: place)
        case 3: cells.swapAt(place, Int.random(in: cells.indices, using: &random))
        default: cells.append(pool.randomElement(using: &random)!)
        }
        if cells.count > 12 { cells.removeFirst(4) }
    }
}
