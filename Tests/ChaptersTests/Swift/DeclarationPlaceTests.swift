import Testing

@testable import Chapters

@Suite struct DeclarationPlaceTests {
    @Test(arguments: [
        ("let a = b\nlet b = 1", "b", 14), ("print(f())\nfunc f() {}", "f", 16), ("struct S { func m() {} }", "m", 16),
        ("enum E { case one, two }", "two", 19), ("infix operator **", "**", 15), ("class C {}", "C", 6),
        ("precedencegroup Power {}", "Power", 16),
    ])
    func `a name is found where it is declared, not where it is used`(source: String, name: String, offset: Int) {
        #expect(DeclarationPlace.offset(of: name, in: source) == offset)
    }

    @Test func `a name that is only used is declared nowhere`() {
        #expect(DeclarationPlace.offset(of: "b", in: "let a = b; f(b: 1)") == nil)
    }
}
