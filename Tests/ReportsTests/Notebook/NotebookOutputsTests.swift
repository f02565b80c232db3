import Chapters
import Display
import JSONCoding
import Testing

@testable import Reports

/// What each kind of output is in a notebook, as whole JSON.
@Suite struct NotebookOutputsTests {
    private func json(
        _ record: CellRecord, options: CellOptions = CellOptions(), parameters: [InjectedParameter] = [],
        picture: @escaping (String) -> String? = { _ in nil }
    ) -> String {
        let cell = Sample.cell(options: options)
        let woven = WovenCell(cell, record, parameters, Sample.chapter([cell]))
        return JSON.array(NotebookOutputs(words: .english, picture: picture).all(of: woven)).text
    }

    private func json(_ outputs: Output...) -> String {
        json(CellRecord(status: .succeeded, outputs: outputs))
    }

    @Test func `prints are streams, and pieces of one stream are one`() {
        #expect(
            json(.stream(.output, "a\n\u{1B}[31mb"), .stream(.output, "c\n"), .stream(.error, "d")) == """
                [{"name": "stdout", "output_type": "stream", "text": ["a\\n", "\\u001b[31mbc\\n"]}, \
                {"name": "stderr", "output_type": "stream", "text": ["d"]}]
                """)
    }

    @Test func `a value is text, HTML is HTML and text`() {
        #expect(
            json(.text("[1, 2]"), .html("<b>x</b>")) == """
                [{"data": {"text/plain": ["[1, 2]"]}, "metadata": {}, "output_type": "display_data"}, \
                {"data": {"text/html": ["<b>x</b>"], "text/plain": ["<b>x</b>"]}, "metadata": {}, \
                "output_type": "display_data"}]
                """)
    }

    @Test func `a table is HTML and text`() {
        let table = TableOutput(columns: [.init(name: "<n>"), .init(name: "x", isNumeric: true)], rows: [["a", "1"]])
        #expect(
            json(.table(table)) == #"""
                [{"data": {"text/html": ["<table>\n", \#
                "<thead><tr><th>&lt;n&gt;</th><th style=\"text-align: right\">x</th></tr></thead>\n", "<tbody>\n", \#
                "<tr><td>a</td><td style=\"text-align: right\">1</td></tr>\n", "</tbody>\n", "</table>"], \#
                "text/plain": ["<n>  x\n", "───  ─\n", "a    1"]}, "metadata": {}, "output_type": "display_data"}]
                """#)
    }

    @Test func `metrics and a model's summary are text`() {
        #expect(
            json(.metrics([Metric(name: "loss", value: 0.5), Metric(name: "accuracy", value: 1)])) == """
                [{"data": {"text/plain": ["loss: 0.5000 - accuracy: 1.0000"]}, "metadata": {}, \
                "output_type": "display_data"}]
                """)
        #expect(json(.modelSummary(SamplePage.summary)).contains(#""text/plain": ["Model: \"sequential\"\n", "____"#))
    }

    @Test func `a training is a table of its epochs, and Keras's lines`() {
        let log = TrainingLog(
            modelName: "m", plannedEpochs: 1, stepsPerEpoch: 2,
            epochs: [.init(number: 1, metrics: [Metric(name: "loss", value: 0.25)])])
        #expect(
            json(.training(log)) == #"""
                [{"data": {"text/html": ["<table>\n", "<thead><tr><th style=\"text-align: right\">Epoch</th>\#
                <th style=\"text-align: right\">loss</th></tr></thead>\n", "<tbody>\n", \#
                "<tr><td style=\"text-align: right\">1</td><td style=\"text-align: right\">0.2500</td></tr>\n", \#
                "</tbody>\n", "</table>"], "text/plain": ["Epoch 1/1\n", "2/2 - loss: 0.2500"]}, "metadata": {}, \#
                "output_type": "display_data"}]
                """#)
    }

    private static let figure = Output.figure(
        FigureOutput(svg: "<svg width=\"20\" height=\"10\"><g/></svg>", alternativeText: "a line"))

    @Test func `a figure is a drawing with colours of its own, a picture where one can be made, and words`() {
        let drawing = #"""
            "image/svg+xml": ["<svg xmlns=\"http://www.w3.org/2000/svg\" color=\"#1f2328\" width=\"20\" height=\"10\">\n", \#
            "<rect width=\"100%\" height=\"100%\" fill=\"white\"/><g/></svg>"], "text/plain": ["[figure: a line]"]}
            """#
        #expect(json(Self.figure) == "[{\"data\": {\(drawing), \"metadata\": {}, \"output_type\": \"display_data\"}]")
        let record = CellRecord(status: .succeeded, outputs: [Self.figure])
        #expect(
            json(record, picture: { $0.hasPrefix("<svg xmlns=") ? "UE5H" : nil }) == """
                [{"data": {"image/png": "UE5H", \(drawing), "metadata": {"image/png": {"alt": "a line", "height": 10, \
                "width": 20}}, "output_type": "display_data"}]
                """)
    }

    @Test func `a caption follows its figure, and the author's words stand for it`() {
        var options = CellOptions()
        options.figureCaption = "A *line*"
        options.figureAlternativeText = "up"
        let json = json(CellRecord(status: .succeeded, outputs: [Self.figure]), options: options)
        #expect(json.contains(#""text/plain": ["[figure: up]"]"#))
        #expect(
            json.hasSuffix(
                #"""
                , {"data": {"text/markdown": ["A *line*"], "text/plain": ["A line"]}, "metadata": {}, \#
                "output_type": "display_data"}]
                """#))
    }

    @Test func `an error has the frame for its traceback, a warning goes to standard error`() {
        let place = SourceLocation(line: 3, column: 1, length: 3)
        let record = CellRecord(
            status: .failed, diagnostics: [Diagnostic(severity: .warning, message: "so-so", location: nil)],
            failure: Failure(kind: .trap, message: "Index out of range", location: place))
        #expect(
            json(record) == #"""
                [{"name": "stderr", "output_type": "stream", "text": ["warning: so-so\n"]}, \#
                {"ename": "Error", "evalue": "Index out of range", "output_type": "error", "traceback": \#
                ["\u001b[1;31merror:\u001b[0m\u001b[1m Index out of range\u001b[0m", " --> notebooks/ch.md:3:1", "  |", \#
                "3 | \u001b[1mrun\u001b[0m()", "  | \u001b[1;31m^^^\u001b[0m"]}]
                """#)
    }

    @Test func `what the command line set is a table above what the cell gave`() {
        var options = CellOptions()
        options.tags = ["parameters"]
        let json = json(
            CellRecord(status: .succeeded, outputs: [.text("2")]), options: options,
            parameters: [InjectedParameter(name: "epochs", value: "2", original: "25")])
        #expect(json.contains(#"<tr><td>epochs</td><td>2</td><td>25</td></tr>\n"#))
        #expect(json.hasSuffix(#"{"data": {"text/plain": ["2"]}, "metadata": {}, "output_type": "display_data"}]"#))
    }

    @Test func `a hidden output is not in the notebook, and cells that did not run have no number`() throws {
        let chapter = try Chapter(
            parsing: "```swift\n//| output: false\n1\n```\n\n```swift\n//| eval: false\n2\n```\n\n```swift\n3\n```\n",
            path: "a.md")
        let run = RunRecord(cells: [
            CellRecord(status: .succeeded, outputs: [.text("1")]), CellRecord(status: .notEvaluated),
            CellRecord(status: .succeeded, outputs: [.text("three")]),
        ])
        let text = NotebookReport(chapter: chapter, run: run).text
        let counts = text.matches(of: /"execution_count": (\w+)/).map { String($0.1) }
        #expect(counts == ["1", "null", "2"])
        #expect(text.matches(of: /"output_type"/).count == 1 && text.contains("\"three\""))
    }
}
