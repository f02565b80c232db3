import Chapters
import Display
import Foundation
import Testing

@testable import Reports

/// A chapter with every kind of element, whole and in each format, is compared with its file in `Golden/`.
///
/// The page's style and script are files of their own, and are left out. After a change that is meant to be seen, look at
/// the reports and record them again:
///
///     REPORTS_RECORD=1 swift test --filter GoldenReportsTests
@Suite struct GoldenReportsTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden")

    private let chapter: Chapter
    private let run: RunRecord

    init() throws {
        let text = try String(contentsOf: Self.folder.appendingPathComponent("chapter.md"), encoding: .utf8)
        chapter = try Chapter(parsing: text, path: "notebooks/chapter.md")
        run = Self.run(of: chapter)
    }

    @Test func `the page is as it was`() throws {
        let html = Report(chapter: chapter, run: run).html
            .replacing(/<(style|script)>[\s\S]*?<\/\1>/) { "<\($0.output.1)>…</\($0.output.1)>" }
        try compare(html, with: "report.html")
    }

    @Test func `the Markdown and its figure are as they were`() throws {
        let report = MarkdownReport(chapter: chapter, run: run, figureFolder: "report_files")
        try compare(report.text, with: "report.md")
        #expect(report.figures.map(\.name) == ["figure-1.svg"])
        try compare(report.figures[0].text, with: "figure-1.svg")
    }

    @Test func `the notebook is as it was`() throws {
        let report = NotebookReport(chapter: chapter, run: run, picture: { _ in "iVBORw0KGgo=" })
        try compare(report.text, with: "report.ipynb")
    }

    private func compare(_ text: String, with name: String) throws {
        let file = Self.folder.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["REPORTS_RECORD"] != nil {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let recorded = try String(contentsOf: file, encoding: .utf8)
        #expect(text == recorded, "\(name) differs; see GoldenReportsTests for how to record it again")
    }
}

// What the cells of the chapter gave.
extension GoldenReportsTests {
    private static func run(of chapter: Chapter) -> RunRecord {
        let mistake = SourceLocation(line: chapter.cells[8].line, column: 14, length: 7)
        let error = Diagnostic(
            severity: .error, message: "cannot convert value of type 'String' to specified type 'Int'",
            location: mistake)
        let interruption = Failure(kind: .interrupt, message: "interrupted", location: nil)
        return RunRecord(
            cells: [
                CellRecord(status: .succeeded),
                CellRecord(
                    status: .succeeded, outputs: [.stream(.output, "1 \u{1B}[1m<\u{1B}[0m 2\n"), .text("a & b")]),
                CellRecord(status: .succeeded, outputs: [figure]), CellRecord(status: .succeeded, outputs: [table]),
                CellRecord(status: .succeeded, outputs: [.html("<p>as it is</p>")]),
                CellRecord(
                    status: .succeeded, outputs: [.modelSummary(SamplePage.summary), .training(SamplePage.training)]),
                CellRecord(status: .succeeded, outputs: [.training(oneEpoch), .metrics(oneEpoch.epochs[0].metrics)]),
                CellRecord(status: .notEvaluated), CellRecord(status: .failed, diagnostics: [error]),
                CellRecord(status: .succeeded, outputs: [.stream(.output, "hidden\n")]),
                CellRecord(status: .interrupted, failure: interruption), CellRecord(status: .notRun),
            ], parameters: [InjectedParameter(name: "epochs", value: "2", original: "25")])
    }

    private static let figure = Output.figure(
        FigureOutput(
            svg: """
                <svg xmlns="http://www.w3.org/2000/svg" width="90" height="40" viewBox="0 0 90 40">\
                <clipPath id="frame"><rect width="90" height="40"/></clipPath>\
                <path clip-path="url(#frame)" d="M0 20L90 20"/><text x="4" y="12">wave</text></svg>
                """, alternativeText: "a line", title: "wave",
            data: TableOutput(columns: [.init(name: "x", isNumeric: true)], rows: [["1"], ["2"]])))

    private static let table = Output.table(
        TableOutput(columns: [.init(name: "x", isNumeric: true), .init(name: "name")], rows: [["1.0", "a|b"]]))

    private static let oneEpoch = TrainingLog(
        modelName: "sequential", plannedEpochs: 1, stepsPerEpoch: 2,
        epochs: [.init(number: 1, metrics: [Metric(name: "loss", value: 0.5)], remarks: ["Epoch 1: enough"])])
}
