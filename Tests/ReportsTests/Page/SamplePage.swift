import Browsing
import Chapters
import Display
import Foundation

@testable import Reports

/// A report with everything in it, in a file that a browser can open.
final class SamplePage {
    let file: URL

    init(language: String) throws {
        let chapter = try Chapter(parsing: Self.text(language), path: "sample.md")
        let html = Report(chapter: chapter, run: Self.run(of: chapter)).html
        file = FileManager.default.temporaryDirectory.appendingPathComponent("report-\(UUID().uuidString).html")
        try html.write(to: file, atomically: true, encoding: .utf8)
    }

    deinit {
        try? FileManager.default.removeItem(at: file)
    }

    static let summary = ModelSummary(
        modelName: "sequential",
        rows: [
            .init(name: "conv2d", kind: "Conv2D", outputShape: [nil, 26, 26, 32], parameterCount: 320),
            .init(name: "max_pooling2d_1", kind: "MaxPooling2D", outputShape: [nil, 5, 5, 64], parameterCount: 0),
            .init(name: "dense_1", kind: "Dense", outputShape: [nil, 10], parameterCount: 1290),
        ],
        trainableCount: 1610, nonTrainableCount: 0)

    static let training = TrainingLog(
        modelName: "sequential", plannedEpochs: 25, stepsPerEpoch: 1407,
        epochs: (1...25).map { epoch in
            let metrics = ["loss", "accuracy", "val_loss", "val_accuracy"].enumerated().map { index, name in
                Metric(name: name, value: 1 / Double(epoch + index))
            }
            return .init(number: epoch, metrics: metrics)
        })

    /// What the cells give, one after another.
    private static let outputs: [[Output]] = [
        [
            .stream(.output, "plain \u{1B}[31mred\u{1B}[0m \u{1B}[38;2;255;255;0myellow\u{1B}[0m\n"),
            .stream(.error, "careful\n"),
        ],
        [.text((1...60).map { "row \($0)" }.joined(separator: "\n"))],
        [
            .figure(
                FigureOutput(
                    svg: """
                        <svg xmlns="http://www.w3.org/2000/svg" width="900" height="300" viewBox="0 0 900 300">\
                        <defs><clipPath id="frame"><rect width="900" height="300"/></clipPath></defs>\
                        <path clip-path="url(#frame)" d="M0 300L900 0" stroke="currentColor"/></svg>
                        """, alternativeText: "a rising line",
                    data: TableOutput(columns: [.init(name: "x", isNumeric: true)], rows: [["1"]])))
        ],
        [.modelSummary(summary)], [.training(training)], [.metrics([Metric(name: "loss", value: 0.5)])],
        [
            .table(
                TableOutput(columns: [.init(name: "name"), .init(name: "n", isNumeric: true)], rows: [["<b>", "1"]]))
        ],
        [.html("<p>shown as <em>HTML</em></p>")],
    ]

    private static func run(of chapter: Chapter) -> RunRecord {
        var cells = outputs.map { CellRecord(status: .succeeded, outputs: $0) }
        let place = SourceLocation(line: chapter.cells[8].line, column: 5, length: 2)
        cells.append(
            CellRecord(
                status: .failed, diagnostics: [Diagnostic(severity: .warning, message: "so-so", location: place)],
                failure: Failure(kind: .trap, message: "Index out of range", location: place)))
        return RunRecord(
            cells: cells + [CellRecord(status: .notRun)],
            parameters: [InjectedParameter(name: "epochs", value: "2", original: "25")])
    }

    private static func text(_ language: String) -> String {
        let cells = (0..<8).map {
            "```swift\n//| fig-cap: \"Caption \($0)\"\nlet value\($0) = run(\"text\", 1) // comment\n```"
        }
        return """
            ---
            title: A sample
            author: nbrun
            date: 2024-05-01
            lang: \(language)
            ---

            Text with `code`, a [link](other.md), *stress* and a formula $\\frac{a_1}{b}$. 한국어 문장.

            ```swift
            //| tags: [parameters]
            \(cells[0].split(separator: "\n")[2])
            ```

            ## First

            \(cells[1...3].joined(separator: "\n\n"))

            | a | b |
            |---|--:|
            | 1 | 2 |

            ### Deeper

            \(cells[4...7].joined(separator: "\n\n"))

            - [ ] a task[^1]

            [^1]: A note.

            ## Second

            ```swift
            let 이름 = [1][7]
            ```

            ```swift
            print("never")
            ```

            \((1...40).map { "Paragraph \($0).\n" }.joined(separator: "\n"))
            """
    }
}
