import Testing

@testable import Sessions

/// Structs whose initialisers fulfil protocols, and initialisers for structs of earlier cells.
@Suite struct StructsOverCellsTests {
    private func expect(_ cells: [String], toPrint expected: String) throws {
        let run = try RunningChapter(cells: cells)
        #expect(run.statuses.allSatisfy { $0 == .succeeded }, "\((1...cells.count).map(run.frames(ofCell:)))")
        #expect(run.texts.last == expected)
    }

    @Test(arguments: [
        (
            "struct Flags: OptionSet { let rawValue: Int; static let a = Flags(rawValue: 1), b = Flags(rawValue: 2) }",
            "print(([.a, .b] as Flags).rawValue)", "3"
        ),
        (
            "struct Id<Owner>: Hashable, RawRepresentable { let rawValue: Int }",
            "print(Set([Id<Int>(rawValue: 3), Id(rawValue: 3)]).count)", "1"
        ),
        (
            "protocol Makeable { init() }\nstruct Made: Makeable { var x = 4 }",
            "func make<M: Makeable>(_: M.Type) -> M { M() }\nprint(make(Made.self).x, Made(x: 5).x)", "4 5"
        ),
        (
            "protocol Named { init(name: String) }\nstruct Person: Named { let name: String; var age = Int(\"3\")! }\n"
                + "extension Person { init(name: String) { self.init(name: name, age: 7) } }",
            "print(Person(name: \"p\").age)", "7"
        ),
    ])
    func `an unwritten initialiser fulfils a protocol`(declaration: String, use: String, expected: String) throws {
        try expect([declaration, use], toPrint: expected)
    }

    @Test(arguments: ["", "for _ in 0..<1 {}\n"])
    func `an initialiser of a later cell sets a struct's properties`(loop: String) throws {
        try expect(
            [
                "struct Vector { let x: Double; var y: Double }\nstruct List { var items: [Int] }",
                """
                extension Vector { init(angle: Double) { x = angle; y = angle * 2 } }
                extension Vector { init?(text: String) { guard let n = Double(text) else { return nil }; self.x = n; self.y = 0 } }
                extension List: ExpressibleByArrayLiteral { init(arrayLiteral all: Int...) { items = all } }
                """,
                "print(Vector(angle: 1.5).y, Vector(text: \"a\") == nil, Vector(text: \"2\")!.x, ([1, 2] as List).items)",
            ].map { loop + $0 }, toPrint: "3.0 true 2.0 [1, 2]")
    }

    @Test func `one that sets only some is refused in the chapter's words`() throws {
        let run = try RunningChapter(cells: [
            "struct P { var x: Int, y: Int }", "extension P { init(x: Int) { self.x = x } }",
        ])
        #expect(
            run.frames(ofCell: 2).contains("'self.init' isn't called on all paths before returning from initializer"))
    }

    @Test func `beside try?, which Swift 4 takes otherwise, it is refused`() throws {
        let run = try RunningChapter(cells: [
            "struct P { var x: Int }", "extension P { init(y: Int) { x = y } }\nlet tried = try? Int(\"1\")",
        ])
        #expect(run.statuses == [.succeeded, .failed])
    }

    @Test func `a witness outside of the extension that conforms is found`() throws {
        try expect(
            [
                "protocol P { func m() -> String }\nstruct S<T> { var t: T }",
                "extension S: P {}\nextension S { func m() -> String { \"S\" } }",
                "func generic(_ p: some P) -> String { p.m() }\nprint(generic(S(t: 1)), (S(t: 1) as any P).m())",
            ], toPrint: "S S")
    }
}
