import Testing

@testable import Sessions

/// Methods and subscripts that a later cell gives another result.
@Suite struct MemberRedefinitionTests {
    @Test(arguments: [
        (
            "struct P {}; extension P { func m() -> Int { 1 } }", "extension P { func m() -> Double { 2 } }",
            "'m' of 'P'"
        ),
        ("struct P { func m() -> Int { 1 } }", "extension P { func m() -> Double { 2 } }", "'m' of 'P'"),
        (
            "extension Int { static func s() -> Int { 1 } }", "extension Int { static func s() -> Double { 2 } }",
            "'s' of 'Int'"
        ),
        (
            "struct P { subscript(i: Int) -> Int { 1 } }", "extension P { subscript(j: Int) -> Double { 2 } }",
            "'subscript' of 'P'"
        ),
        (
            "extension Array where Element == Int { func m() -> Int { 1 } }",
            "extension Array where Element == Int { func m() -> Double { 2 } }", "'m' of 'Array'"
        ),
        (
            "protocol Q {}; extension Q { func m(_ x: Int?) -> Int { 1 } }",
            "extension Q { func m(_ y: Optional<Int>) -> Double { 2 } }", "'m' of 'Q'"
        ),
        ("enum E { struct P { func m() -> Int { 1 } } }", "extension E.P { func m() -> Double { 2 } }", "'m' of 'E.P'"),
    ])
    func `one that would stand beside the earlier one is an error`(first: String, second: String, member: String) throws
    {
        let run = try RunningChapter(cells: [first, second])
        #expect(run.statuses == [.succeeded, .failed])
        #expect(
            run.complaint(ofCell: 2).message
                == "\(member) gives 'Int' by an earlier cell, and would go on to do so where "
                + "'Double' does not fit")
        #expect(
            run.record.cells[1].diagnostics.flatMap(\.notes).map(\.message) == [
                "change the earlier cell, or give this one another name"
            ])
    }

    @Test func `another call, the same result, and a type that is declared anew are none`() throws {
        let run = try RunningChapter(cells: [
            "struct P { func m() -> Int { 1 } }\nclass A { func m() -> Int { 1 } }",
            "extension P { func m(_ x: Int) -> Double { 2 }; func m(of x: Int) -> Double { 3 }; static func m() -> Double { 4 } }",
            "extension P { func m(_ x: Int) -> Double { 5 } }\nclass B: A { override func m() -> Int { 6 } }",
            "print(P().m(), P().m(1), P().m(of: 1), P.m() as Double, B().m())",
            "struct P { func m() -> Double { 7 } }", "print(P().m())",
        ])
        #expect(run.texts == ["", "", "", "1 5.0 3.0 4.0 6", "", "7.0"], "\((1...6).map(run.frames(ofCell:)))")
    }
}
