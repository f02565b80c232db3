import Testing

@testable import Chapters

@Suite struct MemberwiseInitializerTests {
    /// The struct `S` with its initialisers written out; nil where they cannot be.
    private func written(_ source: String) -> String? {
        let offset = source.utf8.count - source[source.firstIndex(of: "S")!...].utf8.count
        return PublicDeclarations(of: source).initializerEdit(at: offset)
            .map { EditedSource(source, edits: [$0]).text }
    }

    @Test func `each stored property is a parameter, and the value of a variable its default`() {
        #expect(
            written("struct S: OptionSet { let rawValue: Int }")
                == "struct S: OptionSet { package init(rawValue: Int) { self.rawValue = rawValue }; let rawValue: Int }"
        )
        #expect(
            written("struct S { let a, b: Int; var c: Int?; var d = \"x\"; let e = 1 }")
                == "struct S { package init(a: Int, b: Int, c: Int? = nil, d: StringLiteralType = \"x\") "
                + "{ self.a = a; self.b = b; self.c = c; self.d = d }; "
                + "let a, b: Int; var c: Int?; var d = \"x\"; let e = 1 }")
    }

    @Test func `a closure that is kept escapes`() {
        #expect(
            written("struct S { let f: (Int) -> Int }")
                == "struct S { package init(f: @escaping (Int) -> Int) { self.f = f }; let f: (Int) -> Int }")
    }

    @Test func `where all have values, there is an initialiser without parameters, too`() {
        #expect(
            written("struct S {var x: Int = 1 { didSet {} }; static let y = f(); var z: Int { 1 }}")
                == "struct S { package init(x: Int = 1) { self.x = x }; package init() {};"
                + "var x: Int = 1 { didSet {} }; static let y = f(); var z: Int { 1 }}")
        #expect(written("struct S {}") == "struct S { package init() {  };}")
    }

    @Test(arguments: [
        "struct S { init(x: Int) {} }", "struct S { var x = f() }", "struct S { @W var x: Int }",
        "struct S { lazy var x: Int = 1 }", "struct S { var (a, b): (Int, Int) }", "class S { var x: Int = 1 }",
        "struct S { #if DEBUG\nvar x: Int\n#endif }",
    ])
    func `where they are not to be seen, none are written`(source: String) {
        #expect(written(source) == nil)
    }
}
