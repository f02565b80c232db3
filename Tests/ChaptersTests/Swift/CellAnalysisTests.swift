import Testing

@testable import Chapters

@Suite struct CellAnalysisTests {
    private func shown(_ source: String) -> String {
        EditedSource(source, edits: CellAnalysis(of: source).showAndWaitEdits).text
    }

    @Test func theLastExpressionIsShownAndOthersWhereTheyShowThemselves() {
        #expect(shown("1 + 1") == "_showLast(1 + 1)")
        #expect(shown("f()\ng() // done") == "_showWhereItStands(f())\n_showLast(g()) // done")
    }

    @Test func whatGivesNothingIsLeftAsItIs() {
        for source in ["x = 1", "let x = 1", "if a { b }", "x += 1", "#warning(\"x\")", "func f() { 1 }"] {
            #expect(shown(source).hasPrefix("_show") == (source == "x += 1"))
        }
    }

    @Test func aSyntaxErrorIsLeftToTheCompiler() {
        #expect(shown("[1, 2") == "[1, 2")
        #expect(CellAnalysis(of: "[1, 2").hasSyntaxError)
        #expect(!CellAnalysis(of: "[1, 2]").hasSyntaxError)
    }

    @Test func aWaitAtTheTopLevelBlocks() {
        #expect(shown("let x = await f()") == "let x = _wait({ await f() })")
        #expect(shown("try await f()") == "_showLast(try _wait({ try await f() }))")
        #expect(shown("Task { await f() }") == "_showLast(Task { await f() })")
        #expect(shown("func f() async { await g() }") == "func f() async { await g() }")
    }

    @Test func whatCannotWaitIsAProblem() {
        #expect(CellAnalysis(of: "async let x = f()").problems == [.asyncLet(offset: 0)])
        #expect(CellAnalysis(of: "for await x in s {}").problems == [.forAwait(offset: 4)])
        #expect(CellAnalysis(of: "func f() async { async let x = g() }").problems.isEmpty)
    }

    @Test func importsAndLoopsAreNoted() {
        let analysis = CellAnalysis(of: "import Foundation\nfor x in y {}")
        #expect(analysis.imports.map(\.text) == ["import Foundation"])
        #expect(analysis.hasLoopsOrFunctions)
        #expect(!CellAnalysis(of: "let x = [1].map { $0 }").hasLoopsOrFunctions)
    }
}
