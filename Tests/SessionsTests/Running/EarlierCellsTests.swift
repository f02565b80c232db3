import Chapters
import Testing

@testable import Sessions

/// A cell sees what earlier cells declare, whether it names it or not.
@Suite struct EarlierCellsTests {
    @Test func whateverACellUsesOfEarlierOnesIsThere() throws {
        let run = try RunningChapter(cells: [
            "struct Box: Equatable { var value = 1 }",
            "typealias Crate = Box",
            "extension Box { var doubled: Int { value * 2 } }",
            "struct Pair {\n    subscript(i: Int) -> Int { i + 10 }\n    static func + (a: Pair, b: Pair) -> Int { 7 }\n}",
            "protocol Named { var name: String { get } }\nextension Int: Named { var name: String { \"an Int\" } }",
            "func nameOf(_ value: some Named) -> String { value.name }",
            "let unrelated = 0",
            "Crate(value: 4).value",
            "Crate(value: 4).doubled + Pair()[5] + (Pair() + Pair())",
            "nameOf(3)",
            "Crate() == Crate()",
            "let unrelated = \"hides the first\"",
            "unrelated",
        ])
        #expect(run.statuses.allSatisfy { $0 == .succeeded })
        #expect(Array(run.texts[7...10]) == ["4", "30", "an Int", "true"])
        #expect(run.texts[12] == "hides the first")
    }

    @Test func aModuleOpensThoseThatItMayUseAndNoOthers() {
        var previous: CellModule?
        for source in ["let first = 1", "let second = 2", "first + 1", "extension Int {}", "3"] {
            let cell = Cell(number: 1, options: CellOptions(), source: source, tokens: [], line: 1)
            previous = CellModule(
                cell, analysis: CellAnalysis(of: source), file: "a.md", edits: [], after: previous, environment: "",
                opensAll: false)
            let opened = previous!.text.matches(of: /import enum/).count
            #expect(opened == ["first + 1": 1][source, default: 0], "\(source)")
        }
    }
}
