import Chapters
import Display
internal import JSONCoding

/// What cells gave, in the words of nbformat.
///
/// 1. What was printed is a stream, colours and all; pieces that follow each other are one.
/// 2. Whatever else is shown is a bundle of media types, of which a reader takes the richest: a figure is SVG, PNG and
///    words, a table HTML and text.
/// 3. What is left out of the outputs is told as text in its place.
/// 4. An error has the frame with the chapter's line for its traceback; a warning is a stream of standard error.
struct NotebookOutputs {
    let words: Words
    let picture: (String) -> String?

    func all(of cell: WovenCell) -> [JSON] {
        var outputs: [NotebookOutput] = []
        if !cell.parameters.isEmpty { outputs.append(display(TableOutput(cell.parameters, words: words))) }
        for item in cell.items {
            switch item {
            case .output(let woven): outputs += self.outputs(woven)
            case .omission(let omission): outputs.append(.display(["text/plain": .text(words.note(on: omission))]))
            case .frame(let frame): outputs.append(output(frame))
            }
        }
        return NotebookOutput.merged(outputs).map(\.json)
    }

    private func outputs(_ woven: WovenOutput) -> [NotebookOutput] {
        let caption = woven.caption.map { caption in
            NotebookOutput.display([
                "text/markdown": .text(caption.markdown), "text/plain": .text(caption.plainText),
            ])
        }
        return [output(woven.output)] + (caption.map { [$0] } ?? [])
    }

    private func output(_ output: Output) -> NotebookOutput {
        switch output {
        case .stream(let stream, let text): .stream(stream, text)
        case .html(let html): .display(["text/html": .text(html), "text/plain": .text(output.plainText)])
        case .figure(let figure): display(figure)
        case .table(let table): display(table)
        case .training(let log):
            display(log.table(of: log.epochs, words: words), plainText: log.plainText)
        case .text, .modelSummary, .metrics: .display(["text/plain": .text(output.plainText)])
        }
    }

    private func display(_ table: TableOutput, plainText: String? = nil) -> NotebookOutput {
        .display([
            "text/html": .text(NotebookTable(table: table).markup.html),
            "text/plain": .text(plainText ?? table.plainText),
        ])
    }

    private func display(_ figure: FigureOutput) -> NotebookOutput {
        let drawing = StandaloneDrawing(figure.svg)
        var bundle: [String: NotebookOutput.Content] = [
            "image/svg+xml": .text(drawing.svg), "text/plain": .text(Output.figure(figure).plainText),
        ]
        guard let picture = picture(drawing.svg) else { return .display(bundle) }
        bundle["image/png"] = .base64(picture)
        var metadata: [String: JSON] = ["alt": .string(figure.alternativeText)]
        // The picture has more pixels than the drawing: it is shown in the drawing's size.
        metadata["width"] = drawing.size.map { .integer($0.width) }
        metadata["height"] = drawing.size.map { .integer($0.height) }
        return .display(bundle, metadata: ["image/png": JSON(metadata)])
    }

    private func output(_ frame: DiagnosticFrame) -> NotebookOutput {
        guard frame.severity == .error else { return .stream(.error, frame.text + "\n") }
        return .error(message: frame.message, traceback: frame.lines.map(\.colored))
    }
}

extension DiagnosticFrame {
    /// The first line's message.
    fileprivate var message: String {
        let text = lines[0].spans.filter { $0.role == .message }.map(\.text).joined()
        return String(text.drop { $0 == " " })
    }
}

extension DiagnosticFrame.Line {
    /// With the colours of a terminal, which notebooks understand in a traceback.
    fileprivate var colored: String {
        spans.map { span in
            let code: String? =
                switch span.role {
                case .severity(.error), .caret: "1;31"
                case .severity(.warning): "33"
                case .severity(.note): "36"
                case .message, .marked: "1"
                case .gutter, .place, .source: nil
                }
            return code.map { "\u{1B}[\($0)m\(span.text)\u{1B}[0m" } ?? span.text
        }.joined()
    }
}
