import Testing

@testable import Chapters

@Suite struct PackageAccessTests {
    private func visible(_ source: String) -> String {
        EditedSource(source, edits: CellAnalysis(of: source).accessEdits).text
    }

    @Test(arguments: [
        ("let x = 1", "package let x = 1"),
        ("@MainActor func f() {}", "@MainActor package func f() {}"),
        (
            "final class C { init() {}; override func f() {}; deinit {} }",
            """
            package final class C { package init() {}; package override func f() {}; deinit {} }
            """
        ),
        ("enum E { case a; static let b = 1 }", "package enum E { case a; package static let b = 1 }"),
        ("struct S { private(set) var n = 0 }", "package struct S { package private(set) var n = 0 }"),
        (
            "extension Int { subscript(d: Double) -> Int { 1 } }",
            "extension Int { package subscript(d: Double) -> Int { 1 } }"
        ),
        ("#if DEBUG\nlet x = 1\n#endif", "#if DEBUG\npackage let x = 1\n#endif"),
        ("struct S { struct T { var u = 1 } }", "package struct S { package struct T { package var u = 1 } }"),
    ])
    func `what has no access level is visible to the whole chapter`(source: String, expected: String) {
        #expect(visible(source) == expected)
    }

    @Test func `internal gives way and other levels stay`() {
        #expect(visible("internal struct S { internal var x = 1 }") == "package struct S { package var x = 1 }")
        #expect(visible("public class C { init() {} }") == "public class C { package init() {} }")
        #expect(visible("private struct S { var x = 1 }") == "private struct S { var x = 1 }")
        #expect(visible("public extension Int { func f() {} }") == "public extension Int { func f() {} }")
        #expect(visible("internal extension Int { func f() {} }") == "package extension Int { func f() {} }")
    }

    @Test(arguments: [
        "if true { let x = 1 }", "print({ let y = 1; return y }())", "infix operator **", "import Foundation",
        "do { struct Local { var x = 1 } }",
    ])
    func `what is local or has no level stays as it is`(source: String) {
        #expect(visible(source) == source)
    }

    @Test func `requirements and bodies stay as they are`() {
        #expect(
            visible("protocol P { func f(); associatedtype A }") == "package protocol P { func f(); associatedtype A }")
        #expect(visible("var x: Int { let y = 1; return y }") == "package var x: Int { let y = 1; return y }")
    }

    @Test func `the initialiser that Swift gives a class is written where it surely has one`() {
        #expect(visible("class C { var n = 1 }") == "package class C { package init() {}; package var n = 1 }")
        #expect(visible("class C: Equatable { let n: Int? = 1; var o: Int! }").contains("{ package init() {};"))
        for source in [
            "class C: Base { var n = 1 }", "class C { var n: Int }", "class C { init(n: Int) {} }",
            "class C { let n: Int? }",
            "private class C {}", "struct S {}",
        ] {
            #expect(!visible(source).contains("package init() {};"), "\(source)")
        }
    }
}
