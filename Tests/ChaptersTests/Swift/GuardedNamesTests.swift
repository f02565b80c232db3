import Testing

@testable import Chapters

@Suite struct GuardedNamesTests {
    private func declared(_ source: String) -> String {
        EditedSource(source, edits: CellAnalysis(of: source).waitEdits).text
    }

    @Test(arguments: [
        (
            "guard let g = find() else { fatalError() } // why",
            "guard let _Guarded_g = find() else { fatalError() }; let g = _Guarded_g // why"
        ),
        (
            "guard var a = f(), let b = a.g { a in a }, b > 3 else { stop() }",
            "guard var _Guarded_a = f(), let _Guarded_b = _Guarded_a.g { a in a }, _Guarded_b > 3 else { stop() }"
                + "; var a = _Guarded_a; let b = _Guarded_b"
        ),
        (
            "guard case let (p, q)? = pair else { stop() }",
            "guard case let (_Guarded_p, _Guarded_q)? = pair else { stop() }; let p = _Guarded_p; let q = _Guarded_q"
        ),
        ("guard let g else { stop() }", "guard let _Guarded_g = g else { stop() }; let g = _Guarded_g"),
        ("guard x > 3 else { stop() }", "guard x > 3 else { stop() }"),
        ("func f() { guard let g = h() else { return } }", "func f() { guard let g = h() else { return } }"),
    ])
    func `what a guard binds is declared behind it`(source: String, expected: String) {
        #expect(declared(source) == expected)
    }

    @Test func `an ordinary variable of the same name is another one until the guard`() {
        let source = "let a = f()\nfunc g() { a }\nlet h = { [a] in a }\nguard let a = a, a > 1 else { print(a) }\na"
        #expect(
            declared(source) == """
                let _Former_a = f()
                func g() { _Former_a }
                let h = { [a = _Former_a] in a }
                guard let _Guarded_a = _Former_a, _Guarded_a > 1 else { print(_Former_a) }; let a = _Guarded_a
                a
                """)
    }

    @Test func `a message does not name what is generated`() {
        #expect(GuardedNames.removed(from: "cannot find '_Guarded_a' and '_Former_a'") == "cannot find 'a' and 'a'")
    }
}
