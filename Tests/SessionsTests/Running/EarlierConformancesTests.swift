import Chapters
import Testing

@testable import Sessions

/// A conformance is settled where it is first stated: what a later cell would have otherwise is an error, never silence.
@Suite struct EarlierConformancesTests {
    @Test func `a conformance that is stated again is an error, from the cache too`() throws {
        for _ in 1...2 {
            let run = try RunningChapter(
                cells: [
                    "struct S { var a = 1 }\nextension S: CustomStringConvertible { var description: String { \"one\" } }",
                    "extension S: CustomStringConvertible { var description: String { \"two\" } }", "print(S())",
                ], options: .goingOnAfterFailures)
            #expect(run.statuses == [.succeeded, .failed, .succeeded])
            #expect(run.texts[2] == "one")
            #expect(
                run.frames(ofCell: 2) == """
                    error: 'S' conforms to 'CustomStringConvertible' already, by an earlier cell, and keeps that
                     --> chapter.md:7:14
                      |
                    7 | extension S: CustomStringConvertible { var description: String { "two" } }
                      |              ^
                    note: it is stated here
                     --> chapter.md:3:14
                      |
                    3 | extension S: CustomStringConvertible { var description: String { "one" } }
                      |              ^^^^^^^^^^^^^^^^^^^^^^^
                      = change the earlier cell, or declare 'S' again in this one
                    """)
        }
    }

    @Test(arguments: [
        (
            "struct S: Equatable { var a = 1 }",
            "extension S: Equatable { static func == (a: S, b: S) -> Bool { true } }", "S", "Equatable"
        ),
        (
            "struct B<T> { var a: T }\nextension B: CustomStringConvertible where T == Int { var description: String { \"1\" } }",
            "extension B: CustomStringConvertible where T == Int { var description: String { \"2\" } }", "B",
            "CustomStringConvertible"
        ),
        ("protocol P {}\nextension Int: P {}", "extension Int: P {}", "Int", "P"),
        (
            "extension Int: @retroactive Identifiable { public var id: Int { 1 } }",
            "extension Int: @retroactive Identifiable { public var id: Int { 2 } }", "Int", "Identifiable"
        ),
        ("import Foundation\nstruct S: Codable {}", "extension S: Codable {}", "S", "Decodable"),
    ])
    func `so are others`(earlier: String, later: String, type: String, proto: String) throws {
        let run = try RunningChapter(cells: [earlier, later])
        #expect(run.statuses == [.succeeded, .failed])
        let complaint = run.complaint(ofCell: 2)
        #expect(complaint.message == "'\(type)' conforms to '\(proto)' already, by an earlier cell, and keeps that")
        let notes = try #require(run.record.cells[1].diagnostics.first).notes
        #expect(notes.first?.message == "it is stated here")
        #expect(
            notes.last?.message
                == "change the earlier cell" + (type == "Int" ? "" : ", or declare '\(type)' again in this one"))
    }

    @Test func `a member that would be used only where it is called by name is an error`() throws {
        let run = try RunningChapter(
            cells: [
                "struct S: Comparable {\n    var a = 1\n    static func < (a: S, b: S) -> Bool { a.a < b.a }\n}",
                "extension S { static func < (a: S, b: S) -> Bool { a.a > b.a } }",
                "print(S(a: 1) < S(a: 2), [S(a: 2), S(a: 1)].sorted().map(\\.a))",
            ], options: .goingOnAfterFailures)
        #expect(run.statuses == [.succeeded, .failed, .succeeded])
        #expect(run.texts[2] == "true [1, 2]")
        #expect(
            run.frames(ofCell: 2) == """
                error: 'S' conforms to 'Comparable' and has the '<' of an earlier cell, which this one does not replace \
                everywhere
                 --> chapter.md:9:27
                  |
                9 | extension S { static func < (a: S, b: S) -> Bool { a.a > b.a } }
                  |                           ^
                note: it is stated here
                 --> chapter.md:2:11
                  |
                2 | struct S: Comparable {
                  |           ^^^^^^^^^^
                  = change the earlier cell, or declare 'S' again in this one
                """)
    }

    @Test func `a type that is declared again conforms anew, and other members are replaced as ever`() throws {
        let run = try RunningChapter(cells: [
            "struct S: CustomStringConvertible { var description: String { \"one\" }; func hi() -> Int { 1 } }",
            "extension S { func hi() -> Int { 2 } }", "S().hi()",
            "struct S {}\nextension S: CustomStringConvertible { var description: String { \"two\" } }", "print(S())",
        ])
        #expect(run.statuses.allSatisfy { $0 == .succeeded })
        #expect([run.texts[2], run.texts[4]] == ["2", "two"])
    }

    @Test func `a guard takes the place of another one of its cell, and is there in later ones`() throws {
        let run = try RunningChapter(cells: [
            """
            guard let g = Optional(1), let g = Optional(g + 1) else { fatalError() }
            func early() -> Int { g }
            guard let g = Optional("s\\(g)") else { fatalError() }
            guard let `in` = Optional(g + "!") else { fatalError() }
            [g, "\\(early())"]
            """, "[g, `in`]",
        ])
        #expect(run.statuses.allSatisfy { $0 == .succeeded })
        #expect(run.texts == ["[\"s2\", \"2\"]", "[\"s2\", \"s2!\"]"])
    }

    @Test(arguments: [
        (
            "extension S { func tell() -> Int { secret } }",
            "'private' reaches no further than the type, and the extensions of it in the same cell; "
                + "declare it without that word"
        ),
        ("S().f()", "'fileprivate' reaches no further than its cell; declare it without that word"),
    ])
    func `a message says how far what is private reaches`(use: String, advice: String) throws {
        let run = try RunningChapter(cells: [
            "struct S { private var secret = 1; fileprivate func f() -> Int { 2 } }", use,
        ])
        #expect(run.statuses == [.succeeded, .failed])
        #expect(run.record.cells[1].diagnostics.flatMap(\.notes).map(\.message) == [advice])
    }

    @Test func `the compiler's temporary files are made where it is told`() throws {
        let told = try Command(program: "/bin/sh", arguments: ["-c", "echo $TMPDIR"], temporaryFolder: "/tmp/x").run()
        #expect(told.output == "/tmp/x\n")
    }
}
