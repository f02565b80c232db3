import Chapters
import Testing

@testable import Sessions

/// A declaration that is made from an earlier cell's of its own name.
@Suite struct ShadowedNamesTests {
    @Test func `a variable is made from the earlier one of its name`() throws {
        let run = try RunningChapter(cells: [
            "var total = 10\nlet x = 1, a = 1, b = 2\nlet words = [\"b\", \"a\"]\nlet opt: Int? = 7",
            "let x = x + 1\nx",
            "let x: Int = x * 10, y = x + 1\n[x, y]",
            "let (a, b) = (b, a)\n[a, b]",
            "let words = words.map { $0 + words[0] }.sorted()\nwords",
            "for i in 0..<3 { total += i }\nvar total = total * 2\ntotal",
            "if let opt { print(opt) }\nlet opt = opt.map { $0 + 1 }\nopt ?? 0",
            "let x = { [x] in x + 1 }() + x\nx",
            "func g() -> Int { x }\nlet x = x + 1\ng()",
        ])
        #expect(run.statuses.allSatisfy { $0 == .succeeded })
        #expect(
            Array(run.texts[1...]) == [
                "2", "[20, 21]", "[2, 1]", "[\"ab\", \"bb\"]", "26", "7\n8", "41", "42",
            ])
    }

    @Test func `a function calls itself, and a type is built on the earlier one`() throws {
        let run = try RunningChapter(cells: [
            "let fact: (Int) -> Int = { $0 < 2 ? 1 : $0 * fact($0 - 1) }\ntypealias Row = Int\nlet size = 3",
            "let fact: (Int) -> Int = { $0 < 2 ? 100 : $0 * fact($0 - 1) }\nfact(3)",
            "let fact = { (n: Int) -> Int in fact(n) + 1 }\nfact(3)",
            "typealias Row = [Row]\nRow([1, 2]).count",
            "struct Shape { var size = size }\nShape().size",
            "func size(_ n: Int = size) -> Int { n + 1 }\nsize()",
        ])
        #expect(run.statuses.allSatisfy { $0 == .succeeded })
        #expect(Array(run.texts[1...]) == ["600", "601", "2", "3", "4"])
    }

    @Test func `what is wrong with it is told in the author's text`() throws {
        let run = try RunningChapter(cells: ["let x = 1", "let x = x + \"a\""])
        #expect(
            run.frames(ofCell: 2).hasPrefix(
                """
                error: binary operator '+' cannot be applied to operands of type 'Int' and 'String'
                 --> chapter.md:6:11
                  |
                6 | let x = x + "a"
                  |           ^
                """))
        let optional = try RunningChapter(cells: ["let counts: Int? = 1", "let counts: Int = counts"])
        let complaint = optional.complaint(ofCell: 2)
        #expect(complaint.message == "value of optional type 'Int?' must be unwrapped to a value of type 'Int'")
        #expect(complaint.location == SourceLocation(line: 6, column: 19))
    }

    @Test func `what a guard binds is there in later cells`() throws {
        let run = try RunningChapter(cells: [
            "let found: Int? = 4\nguard let found, found > 2 else { fatalError(\"no \\(String(describing: found))\") }\nfound + 1",
            "found + 2",
            "guard case let (p, q)? = Optional((1, 2)), var r = Optional(p + q) else { fatalError() }\nr += 1",
            "r += p + q\nr",
            "guard let found = Optional(found * 10) else { fatalError() }",
            "found",
        ])
        #expect(run.statuses.allSatisfy { $0 == .succeeded })
        #expect(run.texts == ["5", "6", "", "7", "", "40"])
    }

    @Test func `a value in a branch of a condition of compilation is shown`() throws {
        let run = try RunningChapter(cells: [
            "#if os(Linux)\n\"Linux\"\n#else\n\"another\"\n#endif",
            "#if os(macOS)\n1\n#elseif os(Linux)\n#if swift(>=5)\n2\n#endif\n#else\n3\n#endif",
            "#if os(Linux)\n4\n#endif\n5",
        ])
        #expect(run.texts == ["Linux", "2", "5"])
    }

    @Test(arguments: [
        ("let x = 3", "func f() -> Int { x }; let x = f() + 1; print(x)", "4"),
        (
            "let data = [1, 2]", "func doubled() -> [Int] { data.map { $0 * 2 } }\nlet data = doubled()\nprint(data)",
            "[2, 4]"
        ),
        (
            "var best = 0.5",
            "func improve() { best += 0.25 }; improve(); improve(); var best = best * 10; print(best)", "10.0"
        ),
        ("let total = 5", "struct S { var v: Int { total + 1 } }\nlet total = S().v + 1; print(total)", "7"),
        ("let n = 3", "func g() -> Int { n }; func f() -> Int { g() }; let n = f() * 2; print(n)", "6"),
        ("let n = 3", "let cl = { n + 1 }\nlet n = cl()\nprint(n)", "4"),
        ("let n = 3", "func f() -> Int { n }\nlet n = 7\nprint(f())", "7"),
        ("let n = 3", "let doubled = [1, 2].map { $0 * n }; let n = 7; print(doubled, n)", "[3, 6] 7"),
    ])
    func `a function that is used before a name is declared anew means the earlier one`(
        earlier: String, cell: String, expected: String
    ) throws {
        let run = try RunningChapter(cells: [earlier, cell])
        #expect(run.texts.last == expected, "\(run.frames(ofCell: 2))")
    }
}
