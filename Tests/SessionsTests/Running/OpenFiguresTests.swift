import Display
import Testing

@testable import Sessions

/// What `plt` drew and nobody has shown is shown when its cell ends.
@Suite struct OpenFiguresTests {
    private func words(_ outputs: [Output]) -> [String] {
        outputs.map { output in
            if case .figure(let figure) = output { figure.alternativeText } else { output.plainText }
        }
    }

    private func words(_ cells: String...) throws -> [[String]] {
        let run = try RunningChapter(cells: cells)
        #expect(run.statuses.allSatisfy { $0 == .succeeded })
        return run.record.cells.map { words($0.outputs) }
    }

    @Test func `A figure that was left open is shown at its cell's end, and the next cell begins a new one`() throws {
        #expect(
            try words("plt.plot([1, 2])\nprint(\"last\")", "plt.plot([3, 4])\nplt.show()", "1 + 1") == [
                ["last\n", "Line chart. From 1 at 0 to 2 at 1."], ["Line chart. From 3 at 0 to 4 at 1."], ["2"],
            ])
    }

    @Test func `What was shown, taken, given up or never drawn into is not shown once more`() throws {
        #expect(
            try words(
                "plt.plot([1, 2])\nplt.show()", "plt.plot([1, 3])\nplt.current", "plt.plot([1, 4])\nplt.close()",
                "plt.figure(figsize: (4, 3))", "print(plt)") == [
                    ["Line chart. From 1 at 0 to 2 at 1."], ["Line chart. From 1 at 0 to 3 at 1."], [], [],
                    ["[figure: An empty figure.]\n"],
                ])
    }

    @Test func `What a task on the main actor drew while its cell ended is shown with it`() throws {
        #expect(
            try words("func draw() async { plt.plot([5, 6]) }\nawait draw()", "print(1)") == [
                ["Line chart. From 5 at 0 to 6 at 1."], ["1\n"],
            ])
    }
}
