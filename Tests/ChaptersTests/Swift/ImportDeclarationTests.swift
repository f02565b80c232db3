import Testing

@testable import Chapters

@Suite struct ImportDeclarationTests {
    /// A cell's text with its imports edited, after cells of another text.
    private func edited(_ source: String, after earlier: String = "") -> String {
        let imports = CellAnalysis(of: earlier).imports
        let edits = CellAnalysis(of: source).imports.compactMap { $0.edit(after: imports) }
        return EditedSource(source, edits: edits).text
    }

    @Test func `an import is handed on to later cells`() {
        #expect(edited("import Foundation\nlet x = 1") == "@_exported import Foundation\nlet x = 1")
        #expect(
            edited("@preconcurrency import A; import B") == "@_exported @preconcurrency import A; @_exported import B")
    }

    @Test func `one that an earlier cell has handed on is left out, and the line stays`() {
        #expect(
            edited("import Foundation\nimport Glibc", after: "import Foundation") == "do {}\n@_exported import Glibc")
    }

    @Test func `one with an access level stays as it is`() {
        #expect(edited("internal import A", after: "internal import A") == "internal import A")
        #expect(CellAnalysis(of: "private import A").imports.map(\.isExported) == [false])
    }
}
