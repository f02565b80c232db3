import Chapters
import Testing

@testable import Sessions

/// Tasks, actors and the main queue at the top level of cells, and the state that they leave.
@Suite struct AsynchronousCellsTests {
    @Test(arguments: [
        ("print(await MainActor.run { 5 })", "5"),
        ("@MainActor func five() -> Int { MainActor.assertIsolated(); return 5 }\nprint(await five())", "5"),
        ("@MainActor final class Model { let n: Int; init(_ n: Int) { self.n = n } }\nprint(await Model(5).n)", "5"),
        ("print(await Task { @MainActor in 5 }.value)", "5"),
        (
            "@MainActor var n = 4\n@MainActor func more() async -> Int { await Task.yield(); return n + 1 }\nprint(await more())",
            "5"
        ),
        (
            "import Dispatch\nprint(await withCheckedContinuation { c in DispatchQueue.main.async { c.resume(returning: 5) } })",
            "5"
        ),
        ("Task { @MainActor in print(5) }\nlet n = 1", "5"),
        ("import Dispatch\nDispatchQueue.main.async { print(5) }\nlet n = 1", "5"),
        (
            "@MainActor func fails() async throws { throw CancellationError() }\nprint((try? await fails()) == nil)",
            "true"
        ),
    ])
    func `what the main actor is asked for is done`(source: String, text: String) throws {
        let run = try RunningChapter(cells: ["//| timeout: 30\n\(source)"])
        #expect(run.statuses == [.succeeded], "\(run.frames(ofCell: 1))")
        #expect(run.texts == [text])
    }

    @Test(arguments: [
        "func later() async -> Int { 2 }\nlist.append(await later())",
        "try await Task.sleep(for: .milliseconds(1))\nlist.append(2)",
        "try await Task.sleep(nanoseconds: 1)\nlist.append(2)",
        "list.append(await withTaskGroup(of: Int.self) { g in g.addTask { 2 }; return await g.next()! })",
        "actor Two { func value() -> Int { 2 } }\nlist.append(await Two().value())",
        "list.append(await MainActor.run { 2 })",
        "let sleeper = Task { try await Task.sleep(for: .seconds(1000)) }\nlist.append(2)",
        "let done = Task { 2 }\nlist.append(await done.value)",
    ])
    func `a state with tasks that are done or sleep can be kept`(source: String) throws {
        let cells = [
            "var list = [1]", source, "list.append(3)\nlist", "//| error: true\nlist.append(4)\nlist[9]", "list",
        ]
        let text = cells.map { "```swift\n\($0)\n```\n" }.joined(separator: "\n")
        var isAnyRunAgain = false
        let record = try Session().run(try Chapter(parsing: text, path: "a.md"), options: RunOptions()) { notice in
            if case .runningAgain = notice { isAnyRunAgain = true }
        }
        #expect(record.cells.map(\.status) == [.succeeded, .succeeded, .succeeded, .failed, .succeeded])
        #expect(record.cells[4].outputs == [.text("[1, 2, 3]")])
        #expect(!isAnyRunAgain)
    }

    @Test func `tasks go on in the state that was kept`() throws {
        let run = try RunningChapter(cells: [
            "actor Counter { var n = 0; func add() -> Int { n += 1; return n } }\nlet counter = Counter()",
            "print(await counter.add())", "//| error: true\nprint(await counter.add())\nfatalError()",
            "print(await counter.add())", "//| error: true\nthrow CancellationError()", "print(await counter.add())",
        ])
        #expect(run.texts == ["", "1", "2", "2", "", "3"])
    }

    @Test func `a task that sleeps wakes in a later cell`() throws {
        let run = try RunningChapter(cells: [
            "actor Flag { var isUp = false; func raise() { isUp = true } }\nlet flag = Flag()\n"
                + "Task { try await Task.sleep(for: .milliseconds(50)); await flag.raise() }",
            "//| error: true\nfatalError()",
            "//| timeout: 30\nwhile !(await flag.isUp) { try await Task.sleep(for: .milliseconds(5)) }\nprint(\"up\")",
        ])
        #expect(run.texts[2] == "up")
    }

    @Test func `tasks run beside each other, and those that block do not hold up the rest`() throws {
        let run = try RunningChapter(cells: [
            """
            //| timeout: 60
            import Dispatch
            let semaphore = DispatchSemaphore(value: 0)
            func all() async -> Int {
                await withTaskGroup(of: Int.self) { group in
                    for number in 0..<12 { group.addTask { semaphore.wait(); return number } }
                    group.addTask { for _ in 0..<12 { semaphore.signal() }; return 100 }
                    return await group.reduce(0, +)
                }
            }
            print(await all())
            """, "//| error: true\n[1][2]", "print(await all())",
        ])
        #expect(run.texts == ["166", "", "166"])
    }

    @Test func `an awaited value need not be copyable`() throws {
        let run = try RunningChapter(cells: [
            "struct Ticket: ~Copyable { let number = 7 }\nfunc draw() async -> Ticket { Ticket() }\n"
                + "let ticket = await draw()\nprint(ticket.number)"
        ])
        #expect(run.texts == ["7"], "\(run.frames(ofCell: 1))")
    }
}
