import Testing

@testable import Chapters

@Suite struct ShadowedNamesTests {
    /// Texts that are compiled as one, behind cells that declare x, y, f, words and Net.
    private func named(_ texts: String...) -> [String] {
        let edits = ShadowedNames.edits(
            for: texts.map { CellAnalysis(of: $0).topLevel }, module: "M"
        ) { ["x", "y", "f", "words", "Net"].contains($0) }
        return zip(texts, edits).map { EditedSource($0, edits: $1).text }
    }

    @Test(arguments: [
        ("let x = x + 1", "let x = M.x + 1"),
        ("let x: Int = x + x", "let x: Int = M.x + M.x"),
        ("let (x, y) = (y, x)", "let (x, y) = (M.y, M.x)"),
        ("let x = y, y = x", "let x = M.y, y = x"),
        ("var x = x { didSet { print(x) } }", "var x = M.x { didSet { print(x) } }"),
        ("let x = \"\\(x)\"", "let x = \"\\(M.x)\""),
        ("x += 1\nvar x = x", "M.x += 1\nvar x = M.x"),
        ("for i in x { f(x) }\nlet x = 3\nx", "for i in M.x { f(M.x) }\nlet x = 3\nx"),
        ("let x = f(x: x).x", "let x = f(x: M.x).x"),
        ("if let x { print(x) }\nlet x = 1", "if let x = M.x { print(x) }\nlet x = 1"),
        ("guard let x = x else { fatalError(x) }", "guard let x = M.x else { fatalError(M.x) }"),
        ("#if DEBUG\nlet x = x\n#endif", "#if DEBUG\nlet x = M.x\n#endif"),
    ])
    func `what runs before a declaration means the one before`(source: String, expected: String) {
        #expect(named(source) == [expected])
    }

    @Test(arguments: [
        ("let words = words.map { x in x + words[0] }", "let words = M.words.map { x in x + M.words[0] }"),
        ("let words = words.map { words in words + 1 }", "let words = M.words.map { words in words + 1 }"),
        ("let x = { () -> Int in x }()", "let x = { () -> Int in M.x }()"),
        ("let x = { [x] in x }", "let x = { [x = M.x] in x }"),
        ("let f = { f($0) + 1 }", "let f = { M.f($0) + 1 }"),
        ("let f: (Int) -> Int = { $0 < 2 ? 1 : f($0 - 1) }", "let f: (Int) -> Int = { $0 < 2 ? 1 : f($0 - 1) }"),
        ("let f: (Int) -> Int = memo.of { f($0 - 1) }", "let f: (Int) -> Int = memo.of { f($0 - 1) }"),
        ("let x: Task = Task { x.cancel() }", "let x: Task = Task { x.cancel() }"),
        ("let words: [Int] = words.map { $0 + words[0] }", "let words: [Int] = M.words.map { $0 + M.words[0] }"),
        ("let g = { x }\nlet x = 1", "let g = { x }\nlet x = 1"),
    ])
    func `a closure means what its own declaration lets it mean`(source: String, expected: String) {
        #expect(named(source) == [expected])
    }

    @Test(arguments: [
        ("func g() -> Int { x }\nlet x = 1", "func g() -> Int { x }\nlet x = 1"),
        ("func f(_ n: Int, _ m: Int = f(2)) -> Int { f(n) }", "func f(_ n: Int, _ m: Int = M.f(2)) -> Int { f(n) }"),
        ("func f(_ n: Int) {}\nfunc f(_ s: String, _ m: Int = f(2)) {}", nil),
        ("struct S { var x = x; var y: Int { y } }", "struct S { var x = M.x; var y: Int { y } }"),
        ("class Net: Net { var net: Net? }", "class Net: M.Net { var net: Net? }"),
        ("class Net: Wrapper<Net> {}", nil),
        ("typealias Net = [Net]", "typealias Net = [M.Net]"),
        ("func g() { let x = x }", nil),
        ("switch y { case let x: print(x) }\ndo { let x = 1; print(x) }\nlet x = 2", nil),
        ("do { try f() } catch { print(error) }\nlet error = 1", nil),
        ("let z = z + 1", nil),
        ("let a = b.x, k = \\S.x, x = 1", nil),
    ])
    func `functions, types and inner scopes mean what Swift says`(source: String, expected: String?) {
        #expect(named(source) == [expected ?? source])
    }

    @Test func `an included file stands before the cell`() {
        #expect(named("print(x)", "let x = x") == ["print(M.x)", "let x = M.x"])
        #expect(named("let x = x", "let y = x + y") == ["let x = M.x", "let y = x + M.y"])
    }

    @Test func `what a file keeps for itself is no later cell's`() {
        let names = CellAnalysis(of: "private let a = 1; let (b, c) = (1, 2)\nfunc d() {}\nfileprivate struct E {}")
        #expect(names.topLevel.exported == ["b", "c", "d"])
    }
}
