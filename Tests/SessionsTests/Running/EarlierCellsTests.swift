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
            let form = CellForm(cell, CellAnalysis(of: source), included: [], edits: [], after: previous)
            previous = CellModule(form, after: previous, file: "a.md", environment: "")
            let opened = previous!.text.matches(of: /import enum/).count
            #expect(opened == ["first + 1": 1][source, default: 0], "\(source)")
        }
    }

    @Test func `a declaration hides what an import has of its name, in later cells too`() throws {
        let run = try RunningChapter(cells: [
            "import Foundation\nstruct Date { var day = 1 }\nfunc pow(_ a: Double, _ b: Double) -> Double { 42 }",
            "print(Date().day, pow(2.0, 3.0))",
            "import Foundation\nextension Date { static func later() -> Date { Date(day: 7) } }",
            "print(Date.later().day, pow(2.0, 3.0), floor(2.5), String(format: \"%.2f\", 1.0))",
        ])
        #expect(run.texts == ["", "1 42.0", "", "7 42.0 2.0 1.00"], "\((1...4).map(run.frames(ofCell:)))")
    }

    @Test func `an import with an access level holds in later cells`() throws {
        let run = try RunningChapter(cells: ["internal import Foundation", "let between = 1", "print(floor(2.5))"])
        #expect(run.texts.last == "2.0", "\((1...3).map(run.frames(ofCell:)))")
    }
}
