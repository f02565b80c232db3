import Testing

@testable import Chapters

@Suite struct PublicDeclarationsTests {
    private func edited(_ source: String, at offset: Int) -> String? {
        PublicDeclarations(of: source).edit(at: offset).map { EditedSource(source, edits: [$0]).text }
    }

    @Test func theInnermostDeclarationIsMadePublic() {
        #expect(
            edited("extension A: P { static func f() {} }", at: 29) == "extension A: P { public static func f() {} }")
        #expect(
            edited("extension A: P { @inlinable var x: Int { 1 } }", at: 32)
                == "extension A: P { @inlinable public var x: Int { 1 } }")
    }

    @Test func anAccessLevelOfTheAuthorsStays() {
        #expect(edited("extension A { private func f() {} }", at: 27) == nil)
    }

    @Test func typesAreMadePublic() {
        let source = "struct A {}\nprivate enum B {}\nlet x = 1\nfinal class C {}"
        let edits = PublicDeclarations(of: source).typeEdits
        #expect(
            EditedSource(source, edits: edits).text
                == "public struct A {}\nprivate enum B {}\nlet x = 1\npublic final class C {}")
    }
}
