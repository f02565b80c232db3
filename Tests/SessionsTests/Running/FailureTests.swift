import Chapters
import Testing

@testable import Sessions

/// Each way in which a cell can fail is told in the chapter's own lines.
@Suite struct FailureTests {
    @Test func aTypeErrorPointsAtTheExpression() throws {
        let run = try RunningChapter(cells: ["let number = 3\nlet word: Int = \"drei\""])
        #expect(run.statuses == [.failed])
        let complaint = run.complaint(ofCell: 1)
        #expect(complaint.message == "cannot convert value of type 'String' to specified type 'Int'")
        #expect(complaint.location == SourceLocation(line: 3, column: 17, length: 6))
    }

    @Test func aTypeErrorInTheLastExpressionIsToldWithoutTheCallThatShowsIt() throws {
        let run = try RunningChapter(
            cells: ["unknown + 1", "[1, 2].map { $0.nothing }"], options: .goingOnAfterFailures)
        #expect(run.complaint(ofCell: 1).message == "cannot find 'unknown' in scope")
        #expect(run.complaint(ofCell: 1).location == SourceLocation(line: 2, column: 1, length: 7))
        #expect(run.complaint(ofCell: 2).message == "value of type 'Int' has no member 'nothing'")
    }

    @Test func anUnfinishedCellIsToldInTheCell() throws {
        let run = try RunningChapter(cells: ["let list = [1, 2"])
        #expect(run.complaint(ofCell: 1).message == "expected ']' in container literal expression")
        #expect(run.complaint(ofCell: 1).location == SourceLocation(line: 2, column: 17))
    }

    /// By then the next cell is being compiled on it.
    @Test func aFaultThatIsFoundWhileTheCodeIsMadeIsToldInTheCellAndLeavesTheChain() throws {
        let twice = "@_cdecl(\"twice\") public func a() {}\n@_cdecl(\"twice\") public func b() {}"
        let run = try RunningChapter(
            cells: ["let before = 1", twice, "let after = before + 1", "after"], options: .goingOnAfterFailures)
        #expect(run.statuses == [.succeeded, .failed, .succeeded, .succeeded])
        #expect(run.complaint(ofCell: 2).message == "multiple definitions of symbol 'twice'")
        #expect(run.complaint(ofCell: 2).location?.line == 7)
        #expect(run.texts[3] == "2")
    }

    @Test func aThrownErrorPointsAtItsThrow() throws {
        let run = try RunningChapter(cells: [
            "struct Oops: Error { var code = 7 }\nfunc risky() throws {\n    throw Oops()\n}",
            "print(\"before\")\ntry risky()",
        ])
        #expect(run.statuses == [.succeeded, .failed])
        #expect(run.complaint(ofCell: 2).message == "Oops(code: 7)")
        #expect(run.complaint(ofCell: 2).location?.line == 4)
        #expect(run.texts[1] == "before")
    }

    @Test func aCrashWithinAFitNamesTheLayerAndThePass() throws {
        let crash = "UnsafeMutablePointer<Int>(bitPattern: 8)!.pointee = 1"
        let run = try RunningChapter(
            cells: [
                """
                struct Wild: Loss {
                    let name = "wild"
                    var isWild = false
                    func _evaluate(_ batch: LossBatch) -> Double {
                        if isWild { \(crash) }
                        return 0
                    }
                }
                let model = Sequential { Dense(units: 2, inputShape: [8], name: "middle") }
                let (x, y) = (Tensor(ones: [4, 8]), Tensor(ones: [4, 2]))
                """,
                "model.compile(loss: Wild(isWild: true))\nmodel.fit(x, y, verbose: 0)",
                "model.compile(loss: Wild(isWild: true))\n_ = model.evaluate(x, y)",
                "model.compile(loss: Wild())\nmodel.fit(x, y, verbose: 0)\n_ = model.predict(x)\n\(crash)",
            ], options: .goingOnAfterFailures)
        let words = "the program used memory that it does not have (SIGSEGV)"
        let place = " in the layer middle, loss by wild; please report it, with the model and the size of its batches"
        #expect(run.complaint(ofCell: 2).message == words + place)
        #expect(run.complaint(ofCell: 3).message == words + place)
        #expect(run.complaint(ofCell: 4).message == words)
    }

    @Test func anErrorOfFoundationPointsAtTheCall() throws {
        let run = try RunningChapter(cells: [
            "import Foundation\nlet data = try Data(contentsOf: URL(fileURLWithPath: \"/no/such/file\"))"
        ])
        #expect(run.complaint(ofCell: 1).message.hasPrefix("CocoaError: "))
        #expect(run.complaint(ofCell: 1).location?.line == 3)
    }

    @Test(arguments: [
        ("let list = [1, 2]\nlist[5]", "Index out of range", 3),
        ("var small: UInt8 = 200\nfor _ in 0..<3 { small += 30 }", "arithmetic overflow", 3),
        ("let nothing: Int? = nil\nnothing!", "Unexpectedly found nil while unwrapping an Optional value", 3),
        ("fatalError(\"we give up\")", "we give up", 2),
        ("precondition(1 > 2, \"mathematics is broken\")", "mathematics is broken", 2),
        ("func check() { assert(1 > 2, \"broken\") }\ncheck()", "broken", 2),
    ])
    func aTrapPointsAtItsLine(source: String, message: String, line: Int) throws {
        let run = try RunningChapter(cells: [source])
        #expect(run.statuses == [.failed])
        #expect(run.record.cells[0].failure?.kind == .trap)
        #expect(run.complaint(ofCell: 1).message == message)
        #expect(run.complaint(ofCell: 1).location?.line == line)
    }

    private static let asynchronous = """
        struct Oops: Error {}
        func deep(_ n: Int) async throws -> Int {
            if n > 3 { throw Oops() }
            return [1][n]
        }
        """

    @Test(arguments: [
        ("fatalError(\"one\\ntwo\\n\\nthree\")", "one\ntwo\n\nthree", 2),
        ("print(\"said\")\nprecondition(false, \"one\\ntwo\")", "one\ntwo", 3),
        (
            "final class Owner {}\nvar owner: Owner? = Owner()\nunowned let reference = owner!\nowner = nil\nprint(reference)",
            "Attempted to read an unowned reference but the object was already destroyed", 6
        ),
        ("let value: Any = \"text\"\nvalue as! Int", "Could not cast value of type 'Swift.String' to 'Swift.Int'", 3),
        (
            "class P {}\nclass Q: P {}\nclass R: P {}\nlet p: P = [Q(), R()][0]\nlet r = p as! R",
            "Could not cast value of type 'Q' to 'R'", 6
        ),
        (
            "class Box {\n    var list = [1]\n    func change(_ body: (inout [Int]) -> Void) { body(&list) }\n}\n"
                + "let box = Box()\nbox.change { $0.append(box.list.count) }",
            "Simultaneous accesses, but modification requires exclusive access: a read during a modification", 7
        ),
        (
            "final class Box { var text: String! }\nlet box = Box()\nprint(1)\nprint(box.text.count)\nprint(2)",
            "Unexpectedly found nil while implicitly unwrapping an Optional value", 5
        ),
        (
            "var number: Int! = nil\nvar sum = 0\nfor n in 0..<2 { sum += n }\nsum += number",
            "Unexpectedly found nil while implicitly unwrapping an Optional value", 5
        ),
        (
            "var array: InlineArray<3, Int> = [1, 2, 3]\nfunc index() -> Int { 5 }\nprint(array[0])\nprint(array[index()])",
            "Index out of bounds", 5
        ),
        (
            "struct Bad: Error {}\nfunc f() throws { throw Bad() }\ntry! f()",
            "'try!' expression unexpectedly raised an error: Bad()", 4
        ),
        ("\(asynchronous)\nprint(try await deep(9))", "Oops()", 4),
        ("\(asynchronous)\nprint(try await deep(2))", "Index out of range", 5),
        (
            "\(asynchronous)\nfunc outer() async throws -> Int { try await deep(9) }\nasync_()\nfunc async_() {}\nprint(try await outer())",
            "Oops()", 4
        ),
        (
            "@MainActor func fails() async throws {\n    throw CancellationError()\n}\ntry await fails()",
            "CancellationError()", 3
        ),
        (
            "enum Typed: Error { case one }\nfunc f() async throws(Typed) {\n    throw .one\n}\ntry await f()",
            "Typed: one", 4
        ),
        (
            "let t = Task { try await Task.sleep(nanoseconds: 9_000_000_000) }\nt.cancel()\ntry await t.value",
            "CancellationError()", 4
        ),
        (
            "import Foundation\nstruct Hot: CustomNSError {\n    var errorUserInfo: [String: Any] {\n"
                + "        [NSLocalizedDescriptionKey: \"too hot\"]\n    }\n}\nthrow Hot()",
            "Hot: too hot", 8
        ),
        (
            "import Foundation\nthrow NSError(domain: \"own\", code: 7, userInfo: [NSLocalizedDescriptionKey: \"it broke\"])",
            "NSError: it broke", 3
        ),
        (
            "import Foundation\nclass Worse: NSError, @unchecked Sendable {}\nfunc f() throws { throw Worse(domain: \"own\", code: 8) }\n"
                + "try f()", "Worse: code 8 of own", 4
        ),
        (
            "import Foundation\nstruct Missing: LocalizedError {\n    let name: String\n"
                + "    var errorDescription: String? { \"there is no \\(name)\" }\n}\nthrow Missing(name: \"file\")",
            "Missing: there is no file", 7
        ),
        (
            "import Foundation\nenum Fault: LocalizedError {\n    case bad(Int)\n    var errorDescription: String? {\n"
                + "        if case .bad(let n) = self { \"\\(n) is bad\" } else { nil }\n    }\n}\n"
                + "func f() async throws {\n    throw Fault.bad(3)\n}\ntry await f()",
            "Fault: 3 is bad", 10
        ),
        ("import Foundation\nstruct Silent: LocalizedError { var n = 1 }\nthrow Silent()", "Silent(n: 1)", 4),
        (
            "func endless(_ n: Int) -> Int { n + endless(n + 1) }\nfunc begin() async -> Int { endless(0) }\nprint(await begin())",
            "the stack is full: a function calls itself too often, perhaps without an end", 2
        ),
    ])
    func `every failure has its words and its line`(source: String, message: String, line: Int) throws {
        let run = try RunningChapter(cells: [source])
        #expect(run.statuses == [.failed])
        let failure = try #require(run.record.cells[0].failure, "\(run.frames(ofCell: 1))")
        #expect(failure.message == message)
        #expect(failure.location?.line == line)
        #expect(failure.kind != .died || message.hasPrefix("the stack"))
    }

    @Test func aMisuseOfTheLibraryIsASentenceAtTheCallersLine() throws {
        let run = try RunningChapter(cells: ["print(1)\nmisuse(\"Dropout: rate must be in 0..<1, but is 1.5\")"])
        #expect(run.record.cells[0].failure?.kind == .misuse)
        #expect(run.complaint(ofCell: 1).message == "Dropout: rate must be in 0..<1, but is 1.5")
        #expect(run.complaint(ofCell: 1).location?.line == 3)
    }

    @Test func endlessRecursionIsToldInsteadOfACrash() throws {
        let run = try RunningChapter(cells: [
            "func endless(_ number: Int) -> Int { number + endless(number + 1) }\nendless(0)"
        ])
        #expect(run.record.cells[0].failure?.kind == .died)
        #expect(run.complaint(ofCell: 1).message.hasPrefix("the stack is full"))
    }

    @Test func anExitIsNeverASuccess() throws {
        let run = try RunningChapter(cells: ["import Foundation\nprint(\"kept\")\nexit(0)", "1 + 1"])
        #expect(run.statuses == [.failed, .notRun])
        #expect(run.record.cells[0].failure?.kind == .exited)
        #expect(run.texts[0] == "kept")
        #expect(run.complaint(ofCell: 1).location?.line == 4)
        let function = try RunningChapter(cells: ["import Glibc\nfunc stop() {\n    exit(3)\n}\nstop()"])
        #expect(function.complaint(ofCell: 1).location?.line == 4)
    }

    @Test func laterCellsAreNotRun() throws {
        let run = try RunningChapter(cells: ["print(1)", "[0][1]", "print(3)"])
        #expect(run.statuses == [.succeeded, .failed, .notRun])
    }

    @Test func goingOnFindsTheStateFromBeforeTheFailure() throws {
        let run = try RunningChapter(
            cells: ["var list = [1]", "list.append(2)\nlist[9]", "list", "let broken: Int = \"\"", "list.count"],
            options: .goingOnAfterFailures)
        #expect(run.statuses == [.succeeded, .failed, .succeeded, .failed, .succeeded])
        #expect(run.texts[2] == "[1]")
        #expect(run.texts[4] == "1")
    }

    @Test func anErrorThatIsPartOfTheLessonLetsTheRestRun() throws {
        let run = try RunningChapter(
            """
            ```swift
            //| error: true
            [1, 2][5]
            ```

            ```swift
            "on we go"
            ```
            """)
        #expect(run.statuses == [.failed, .succeeded])
        #expect(run.texts[1] == "on we go")
    }

    @Test func aCellThatTakesTooLongIsEnded() throws {
        let run = try RunningChapter(
            """
            ```swift
            //| timeout: 0.5
            print("begun")
            while true {}
            ```
            """)
        #expect(run.statuses == [.timedOut])
        #expect(run.texts == ["begun"])
        #expect(run.complaint(ofCell: 1).message == "the cell took longer than 0.5 s")
    }

    @Test func noFrameShowsAGeneratedName() throws {
        let run = try RunningChapter(
            cells: [
                "struct Point { var x = 1 }\nprotocol Named { var name: String { get } }", "[Point()]",
                "let point: Int = Point()", "extension Point: Hashable {}",
                "func show<T: Named>(_ value: T) {}\nshow(Point())",
                "throw Failure.broken(Point())\nenum Failure: Error { case broken(Point) }",
            ], options: .goingOnAfterFailures)
        #expect(run.texts[1] == "[Point(x: 1)]")
        for number in 1...6 {
            let frames = run.frames(ofCell: number)
            #expect(
                !frames.contains("Cell_") && !frames.contains("_show") && !frames.contains("main.swift"), "\(frames)")
        }
        #expect(run.complaint(ofCell: 6).message == "Failure: broken(Point(x: 1))")
    }

    @Test func aFencesIndentationCountsInTheColumn() throws {
        let run = try RunningChapter("- item\n\n  ```swift\n  let x: Int = \"\"\n  ```\n")
        #expect(run.complaint(ofCell: 1).location == SourceLocation(line: 4, column: 16, length: 2))
    }
}
