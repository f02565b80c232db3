import Testing

/// What a cell shows that ends in a value, or prints one.
@Suite struct LastExpressionTests {
    @Test func `a task that was begun shows nothing`() throws {
        let run = try RunningChapter(cells: [
            "Task.detached {}", "Task { 5 }", "Task<Int, any Error> { try await Task.sleep(for: .zero); return 1 }",
            "5",
        ])
        #expect(run.texts == ["", "", "", "5"])
        #expect(run.statuses == [.succeeded, .succeeded, .succeeded, .succeeded])
    }

    @Test func `models, tables and figures are shown for a reader, and printed so`() throws {
        let run = try RunningChapter(cells: [
            "let model = Sequential(name: \"m\") { Dense(units: 2, inputShape: [8]) }\nprint(model)\nmodel",
            "let table = Table(columns: [\"a\": [1, 2]])\nprint(table)\ntable",
            "Table(Tensor([[1, 2], [3, 4]]))",
            "print(Figure { LinePlot([1, 2]) })",
            "func empty() -> Axes { Axes {} }\nlet many: [Axes] = [empty()]\nprint(many.count, LayerNormalization(axis: [1]))",
        ])
        #expect(
            run.texts == [
                "Sequential \"m\": 1 layer, 18 parameters\nSequential \"m\": 1 layer, 18 parameters",
                "a\n─\n1\n2\na\n─\n1\n2", "0  1\n─  ─\n1  2\n3  4", "[figure: Line chart. From 1 at 0 to 2 at 1.]",
                "1 LayerNormalization",
            ])
    }
}
