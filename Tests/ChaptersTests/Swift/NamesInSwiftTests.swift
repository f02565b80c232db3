import Testing

@testable import Chapters

@Suite struct NamesInSwiftTests {
    private func names(_ source: String) -> NamesInSwift { CellAnalysis(of: source).names }

    @Test(arguments: [
        ("let `default` = 1", "default"), ("var (a, b) = (1, 2)", "b"), ("func f(_ x: Int) -> Int { x }", "f"),
        ("struct S { var member = 1 }", "member"), ("enum E { case first, second(Int) }", "second"),
        ("typealias Grid = [[Int]]", "Grid"), ("protocol P { func requirement() }", "requirement"),
        ("class C { class Inner {} }", "Inner"), ("actor A {}", "A"),
        ("if let found = [1].first { print(found) }", "found"),
    ])
    func whatIsDeclaredAnywhereInATextIsAmongItsNames(source: String, name: String) {
        #expect(names(source).declared.contains(name) && !names(source).declaresUnnamed)
        #expect(names("print(\(name == "default" ? "`default`" : name))").mayUse(names(source)))
        #expect(!names("print(1 + 2)").mayUse(names(source)))
    }

    @Test(arguments: ["typealias IntegerLiteralType = Float", "@freestanding(expression) macro m() = #externalMacro()"])
    func whatIsUsedWithoutItsNameMayBeUsedByEveryText(source: String) {
        #expect(names("print(1)").mayUse(names(source)))
    }

    @Test(arguments: [
        "extension Int { var twice: Int { self * 2 } }", "struct S { subscript(i: Int) -> Int { i } }",
        "infix operator ~~~", "struct S { func callAsFunction() {} }", "@resultBuilder struct B {}",
    ])
    func whatIsVisibleToAllNeedsNoOpening(source: String) {
        #expect(!names("print(1)").mayUse(names(source)))
        #expect(names("print(1)").mayUse(names(source).hidden))
    }

    @Test func anInitializerMayBeTheUnwrittenOneOfAnyType() {
        for source in ["p = .init(x: 1)", "[1].map(P.init)"] {
            #expect(names(source).mayUse(names("struct Q { var x: Int }")))
            #expect(!names(source).mayUse(names("protocol Q {}")) && !names(source).mayUse(names("func f() {}")))
        }
    }

    @Test func aDerivedClassMayOverrideWhatAnyClassDeclares() {
        #expect(names("class D: Base {}").mayUse(names("class Root {}")))
        #expect(!names("class D {}").mayUse(names("class Root {}")))
        #expect(!names("class D: Base {}").mayUse(names("struct Root {}")))
    }

    @Test(arguments: [
        "\"\\(name)\"", "x.name", "f(name: 1)", "$name", "[1].map { name($0) }", "await name()", "\\S.name", "a name b",
    ])
    func namesAreFoundWhereverTheyStand(source: String) {
        #expect(names(source).mentioned.contains("name"))
    }

    @Test func operatorsAreNames() {
        let sum = names("struct V { static func + (a: V, b: V) -> V { a } }")
        #expect(names("v + w").mayUse(sum) && !names("v - w").mayUse(sum))
    }
}
