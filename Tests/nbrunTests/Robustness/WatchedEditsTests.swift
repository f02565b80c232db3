import Foundation
import Fuzzing
import Testing

/// Whatever is edited, in whatever order, the report under watch is that of a fresh run of the same text.
@Suite struct WatchedEditsTests {
    @Test func everyEditGivesTheReportOfAFreshRun() throws {
        let count = isTorture ? 100 : 12
        var random = SplitMix(seed: 7)
        var cells = [Self.start] + (0..<5).map { _ in Self.pool.randomElement(using: &random)! }
        let watch = try Watch(Self.text(cells, edit: 0), "--keep-going")
        for edit in 1...count {
            Self.change(&cells, using: &random)
            let text = Self.text(cells, edit: edit)
            try watch.line.write(text, to: "a.md")
            #expect(watch.wait { watch.report.contains("Edit number \(edit).") }, "\(watch.said)")
            _ = try watch.line.nbrun("a.md", "--keep-going", "-o", "fresh/")
            let fresh = try watch.line.read("fresh/a.html")
            #expect(watch.report == fresh, "after edit \(edit): \(text)")
            if watch.report != fresh { break }
        }
        #expect(watch.stop() == 0)
    }

    private static func text(_ cells: [String], edit: Int) -> String {
        cells.map { "```swift\n\($0)\n```\n" }.joined(separator: "\nProse.\n\n") + "\nEdit number \(edit).\n"
    }

    private static let start = """
        var list = [0]
        let x = Tensor(randomUniform: [64, 3]), y = Tensor(randomUniform: [64, 1])
        let model = Sequential { Dense(units: 4, inputShape: [3]); Dense(units: 1) }
        model.compile(optimizer: Adam(), loss: .meanSquaredError)
        """

    /// Cells that change what earlier ones made, name things anew, draw random numbers, and fail.
    private static let pool = [
        "list.append(list.count)", "list", "let name = list.count", "let name = \"a word\"", "print(name)",
        "model.fit(x, y, epochs: 2, verbose: 0)[\"loss\"]", "model.predict(x)[0]", "model.optimizer.iterations",
        "Tensor(randomUniform: [2])", "setRandomSeed(5)", "Float.random(in: 0..<1, using: &RandomGenerator.session)",
        "struct Box { var value = list.count }\nvar box = Box()", "box.value += 2\nbox",
        "func grow() { list.append(100) }", "grow()\nlist", "list[50]", "undefined + 1",
        "model.compile(optimizer: SGD(learningRate: 0.1), loss: .meanSquaredError)",
    ]

    private static func change(_ cells: inout [String], using random: inout SplitMix) {
        let place = Int.random(in: 1..<cells.count, using: &random)
        let cell = pool.randomElement(using: &random)!
        switch Int.random(in: 0..<4, using: &random) {
        case 0 where cells.count < 12: cells.insert(cell, at: place)
        case 1 where cells.count > 4: cells.remove(at: place)
        case 2: cells.swapAt(place, Int.random(in: 1..<cells.count, using: &random))
        default: cells[place] = cell
        }
    }
}
