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

    @Test func `a guard takes the place of one before it, until which its name is that one's`() {
        let source =
            "let g = f()\nguard let g else { g }\nfunc h() { g }\nguard let g = g.x, let g = g.y else { g }\ng"
        #expect(
            declared(source) == """
                let _Former__Former__Former_g = f()
                guard let _Former__Former_g = _Former__Former__Former_g else { _Former__Former__Former_g }
                func h() { _Former__Former_g }
                guard let _Former_g = _Former__Former_g.x, let _Guarded_g = _Former_g.y else { _Former__Former_g }\
                ; let g = _Guarded_g
                g
                """)
    }

    @Test func `guards in the branches of a condition know nothing of each other`() {
        let source = "#if A\nguard let g = a else { f() }\n#else\nguard let g = b else { f() }\n#endif"
        #expect(
            declared(source) == """
                #if A
                guard let _Guarded_g = a else { f() }; let g = _Guarded_g
                #else
                guard let _Guarded_g = b else { f() }; let g = _Guarded_g
                #endif
                """)
    }

    @Test(arguments: [
        (
            "guard let `in` = f(), `in` > 2 else { stop() }",
            "guard let `_Guarded_in` = f(), `_Guarded_in` > 2 else { stop() }; let `in` = _Guarded_in"
        ),
        ("guard let `in` else { stop() }", "guard let _Guarded_in = `in` else { stop() }; let `in` = _Guarded_in"),
        (
            "let `in` = f()\nlet c = { [`in`] in 1 }\nif let `in` {}\nguard let `in` else { stop() }",
            "let `_Former_in` = f()\nlet c = { [`in` = `_Former_in`] in 1 }\nif let `in` = _Former_in {}\n"
                + "guard let _Guarded_in = `_Former_in` else { stop() }; let `in` = _Guarded_in"
        ),
    ])
    func `a name may be written in backticks`(source: String, expected: String) {
        #expect(declared(source) == expected)
    }

    @Test func `a message does not name what is generated`() {
        #expect(GuardedNames.removed(from: "cannot find '_Guarded_a' and '_Former_a'") == "cannot find 'a' and 'a'")
    }
}
