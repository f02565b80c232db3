import Chapters
import Testing

@testable import Sessions

@Suite struct UninitializedVariablesTests {
    @Test func `a variable that a cell leaves without a value is an error at its declaration`() throws {
        let run = try RunningChapter(cells: ["print(1)\nlet later: Int", "print(later)"])
        #expect(run.statuses == [.failed, .notRun])
        #expect(
            run.frames(ofCell: 1) == """
                error: 'later' may have no value at the end of this cell
                 --> chapter.md:3:5
                  |
                3 | let later: Int
                  |     ^
                  = give it one where it is declared, or in this cell on every way to its end; what later cells do is \
                not looked at
                """)
    }

    @Test(arguments: [
        ("var count: Int\nif Bool.random() { count = 3 }", "'count' may have no value at the end of this cell"),
        ("let (a, b): (Int, Int)\na = 3", "'b' may have no value at the end of this cell"),
        ("let wrapped: Int?\nprint(1)", "'wrapped' may have no value at the end of this cell"),
        ("@MainActor var shared: [Int]", "'shared' may have no value at the end of this cell"),
        (
            "@globalActor actor Own { static let shared = Own() }\n@Own var owned: [Int]",
            "'owned' may have no value at the end of this cell"
        ),
        ("@available(*, deprecated) let old: String", "'old' may have no value at the end of this cell"),
        ("nonisolated(unsafe) var bare: [Int]", "'bare' may have no value at the end of this cell"),
        ("let early: Int\nprint(early)\nlet other: Int", "constant 'early' used before being initialized"),
    ])
    func `so is one with a value on some ways only`(source: String, message: String) throws {
        let run = try RunningChapter(cells: [source])
        #expect(run.statuses == [.failed])
        #expect(run.complaint(ofCell: 1).message == message)
        #expect(run.record.cells[0].diagnostics.count == 1)
    }

    @Test func `one that gets its value in the cell is there in later ones`() throws {
        let run = try RunningChapter(cells: [
            "let a: Int\nif [1, 2].isEmpty { a = 1 } else { a = 2 }\nvar b: String?\nlet (c, d): (Int, Int)\n(c, d) = (3, 4)",
            "struct Token: ~Copyable { let id = 5 }\nlet token: Token\ntoken = Token()\nvar e: Int { 6 }",
            "[a, b?.count ?? 0, c, d, token.id, e]",
        ])
        #expect(run.statuses.allSatisfy { $0 == .succeeded })
        #expect(run.texts[2] == "[2, 0, 3, 4, 5, 6]")
    }

    @Test func `an earlier cell's global actor counts as one`() throws {
        let run = try RunningChapter(
            cells: [
                "@globalActor actor Own { static let shared = Own() }", "@Own var owned: [Int]",
                "@Own var given: [Int] = [3]", "@Own func count() -> Int { given.count }\nprint(await count())",
            ],
            options: .goingOnAfterFailures)
        #expect(run.complaint(ofCell: 2).message == "'owned' may have no value at the end of this cell")
        #expect(run.texts[3] == "1", "\(run.frames(ofCell: 4))")
    }

    @Test func `a variable in a branch of a condition counts, and so does a name in backticks`() throws {
        let run = try RunningChapter(
            cells: [
                "#if os(Linux)\nlet x: Int\n#else\nlet y: Int\n#endif",
                "let `default`: Int\n`default` = 3\nprint(`default`)",
            ],
            options: .goingOnAfterFailures)
        #expect(run.frames(ofCell: 1).contains("'x' may have no value at the end of this cell"))
        #expect(run.texts[1] == "3", "\(run.frames(ofCell: 2))")
    }
}
