import Chapters
import Testing

@testable import Sessions

/// A later declaration takes the place of an earlier cell's; where it can't, the message says where both stand.
@Suite struct RedeclarationTests {
    @Test(arguments: [
        ("func fun() throws -> Int { 1 }", "func fun() -> Int { 2 }", "print(try fun())", "fun()", 6),
        ("func fun() -> some Equatable { 1 }", "func fun() -> some Equatable { \"2\" }", "print(fun())", "fun()", 6),
    ])
    func `two functions that differ in what they give are told with both places`(
        first: String, second: String, use: String, name: String, column: Int
    ) throws {
        let run = try RunningChapter(cells: [first, "let between = 1", second, use])
        let frame = run.frames(ofCell: 4)
        #expect(frame.hasPrefix("error: ambiguous use of '\(name)'\n"), "\(frame)")
        for line in [2, 10] { #expect(frame.contains("--> chapter.md:\(line):\(column)\n"), "\(frame)") }
        #expect(!frame.contains("module"))
        #expect(frame.hasSuffix("rename one of the two"))
    }

    @Test(arguments: [
        ("func f() -> Int { 1 }", "func f() -> String { \"two\" }", "print(f())", "two"),
        ("func f() throws -> Int { 1 }", "func f() -> String { \"two\" }", "print(f())", "two"),
        ("func f() async -> String { \"one\" }", "func f() -> String { \"two\" }", "print(await f())", "two"),
        ("func f() -> Int { 1 }", "func f() async -> Int { 2 }", "print(await f())", "2"),
        ("func f<T>(_ t: T) -> T { t }", "func f<T>(_ t: T) -> [T] { [t] }", "print(f(1))", "[1]"),
        (
            "@discardableResult func f() -> Int { 1 }", "@discardableResult func f() -> Double { 2 }", "print(f() + 1)",
            "3.0"
        ),
        ("public func f() -> Int { 1 }", "@inline(never) func f() -> Double { 2 }", "print(f() + 1)", "3.0"),
        ("func f(_ x: Optional<Int>) -> Int { 1 }", "func f(_ x: Int?) -> Double { 2 }", "print(f(0) + 1)", "3.0"),
        (
            "func f(_ x: Array<[String: Swift.Int]>) -> Int { 1 }",
            "func f(_ x: [Dictionary<String, Int>]) -> Double { 2 }", "print(f([]) + 1)", "3.0"
        ),
        (
            "func f<T: Equatable>(_ x: T) -> Int { 1 }", "func f<U>(_ x: U) -> Double where U: Equatable { 2 }",
            "print(f(0) + 1)", "3.0"
        ),
        ("func f(_ x: (Int)) -> Int { 1 }", "func f(_ x: consuming Int) -> Int { 2 }", "print(f(0))", "2"),
        ("func f(_ x: Int? = nil) {}", "func f(_ x: Int?) -> [Int] { [2] }", "print(f(1))", "[2]"),
    ])
    func `a function with another result takes the earlier one's place`(
        first: String, second: String, use: String, expected: String
    ) throws {
        let run = try RunningChapter(cells: [first, "let between = 1", second + "\n" + use, use])
        #expect(run.texts == ["", "", expected, expected], "\((1...4).map(run.frames(ofCell:)))")
    }

    @Test func `a function of a type that is declared anew with it takes the earlier one's place`() throws {
        let run = try RunningChapter(cells: [
            "struct R { var x = 1 }; func f() -> R { R() }\nfunc g() -> [String: R]? { nil }",
            "struct R { var x = 2 }; func f() -> R { R() }\nfunc g() -> [String: R]? { [\"a\": R()] }",
            "print(f().x, g()![\"a\"]!.x)", "struct R { var x = 3 }", "func f() -> R { R() }", "print(f().x)",
        ])
        #expect(run.texts == ["", "", "2 2", "", "", "3"], "\((1...6).map(run.frames(ofCell:)))")
    }

    @Test func `an error elsewhere in its cell does not bring the earlier one back`() throws {
        let run = try RunningChapter(
            cells: [
                "func f() -> Int { 1 }", "func f() -> String { \"two\" }\nlet x: Int = f()",
                "func sqrt(_ x: Double) -> Double { -1 }\nlet z: Float = 4\nprint(sqrt(4))\nprint(sqrt(z))",
            ], options: .goingOnAfterFailures)
        #expect(run.statuses == [.succeeded, .failed, .failed])
        #expect(
            run.frames(ofCell: 2).hasPrefix(
                "error: 'f()' is unavailable: since a later cell declares it anew, it gives 'String', not 'Int'\n"))
        #expect(
            run.frames(ofCell: 3) == """
                error: 'sqrt' is unavailable: the chapter's own takes its place, and does not fit here
                  --> chapter.md:14:7
                   |
                14 | print(sqrt(z))
                   |       ^^^^
                """)
    }

    @Test func `what only the earlier one gives is not to be had any more`() throws {
        let run = try RunningChapter(cells: [
            "func f() -> Int { 1 }", "func f() -> String { \"two\" }", "let x: Int = f()",
        ])
        #expect(
            run.frames(ofCell: 3).hasPrefix(
                "error: 'f()' is unavailable: since a later cell declares it anew, it gives 'String', not 'Int'\n"))
    }

    @Test func `the last of many is taken, and the first one's type may come again`() throws {
        let run = try RunningChapter(cells: [
            "func f() -> Int { 1 }", "func f() -> String { \"two\" }", "print(f())", "func f() -> Double { 3 }",
            "print(f())", "func f() -> Int { 4 }", "print(f())",
        ])
        #expect(run.texts == ["", "", "two", "", "3.0", "", "4"])
    }

    @Test(arguments: [
        (
            "let f = { (n: Int) in \"closure \\(n)\" }", "func f(_ n: Int) -> String { \"function \\(n)\" }",
            "print(f(2))",
            "function 2"
        ),
        (
            "var f: (Int) -> Int = { $0 + 1 }", "func f(_ n: Double) -> Double { n * 2 }",
            "print([1, 2].map { f($0) })",
            "[2.0, 4.0]"
        ),
        ("func f(_ n: Int) -> Int { n }", "let f = { (n: Double) in n * 10 }", "print(f(2))", "20.0"),
        ("func f(_ n: Int) -> Int { n }", "var f: @Sendable (Double) -> Double = { $0 * 10 }", "print(f(2))", "20.0"),
        ("func f() -> Int { 1 }", "let f = { 2 }", "print(f())", "2"),
        ("func f(_ n: Int) -> Int { n }", "let f = 7", "print(f + f(2))", "9"),
    ])
    func `a closure and a function of one name take each other's place`(
        first: String, second: String, use: String, expected: String
    ) throws {
        let run = try RunningChapter(cells: [first, "let between = 1", second, use])
        #expect(run.texts.last == expected, "\((1...4).map(run.frames(ofCell:)))")
    }

    @Test func `other overloads stay`() throws {
        let run = try RunningChapter(cells: [
            "func f() -> Int { 1 }\nfunc f(_ x: Int) -> Int { x }", "func f() -> String { \"two\" }",
            "print(f(), f(3))",
        ])
        #expect(run.texts.last == "two 3")
    }

    @Test func `an operator of another precedence takes the earlier one's place`() throws {
        let run = try RunningChapter(cells: [
            "infix operator **: AdditionPrecedence\nfunc ** (a: Int, b: Int) -> Int { a + b }",
            "print(2 * 3 ** 4)",
            "infix operator **: MultiplicationPrecedence\nfunc ** (a: Int, b: Int) -> Int { a * b }",
            "print(1 + 2 ** 3)",
            "let between = 1",
            "print(1 + 2 ** 3)",
            "infix operator **: AdditionPrecedence",
            "print(4 * 1 ** 3)",
        ])
        #expect(run.texts == ["", "10", "", "7", "", "7", "", "12"])
    }

    @Test func `a precedence group takes the earlier one's place`() throws {
        let run = try RunningChapter(cells: [
            "precedencegroup Power { higherThan: AdditionPrecedence }",
            "precedencegroup Power { higherThan: MultiplicationPrecedence }",
            "infix operator ***: Power\nfunc *** (a: Int, b: Int) -> Int { a + b }",
            "print(2 * 3 *** 4)",
        ])
        #expect(run.texts.last == "14")
    }

    @Test func `what differs in kind or is the same takes the earlier one's place`() throws {
        let run = try RunningChapter(cells: [
            "let v = 3\nstruct S {}\ntypealias T = Int\nfunc same(_ x: Int) -> Int { 1 }\nextension Int { func ext() -> Int { 1 } }",
            "func v() -> Int { 4 }\nfunc S() -> Int { 5 }\nlet T = 6\nfunc same(_ x: Int) -> Int { 2 }\nextension Int { func ext() -> Int { 2 } }",
            "print(v(), S(), T, same(0), 1.ext())",
        ])
        #expect(run.texts.last == "4 5 6 2 2")
    }
}
