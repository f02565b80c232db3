import Chapters
import Display

/// A cell in Markdown: its source, and below it what it gave.
struct MarkdownCell {
    let woven: WovenCell
    let words: Words

    func blocks(_ drawings: inout MarkdownDrawings) -> [String] {
        guard !woven.isEmpty else { return [] }
        var blocks = source
        if !woven.parameters.isEmpty {
            blocks += MarkdownBlock.table(TableOutput(woven.parameters, words: words), words: words)
        }
        for item in woven.items {
            switch item {
            case .output(let output): blocks += self.blocks(output, &drawings)
            case .omission(let omission): blocks.append("*\(words.note(on: omission))*")
            case .frame(let frame): blocks.append(MarkdownBlock.fence(VisibleText.of(frame.text)))
            }
        }
        return blocks + (words.note(on: woven.status).map { ["*\($0)*"] } ?? [])
    }

    private var source: [String] {
        let fence = MarkdownBlock.fence(VisibleText.of(woven.cell.source), info: "swift")
        switch woven.source {
        case .shown: return [fence]
        case .folded: return [MarkdownBlock.fold(words.code, fence)]
        case .hidden: return []
        }
    }

    private func blocks(_ woven: WovenOutput, _ drawings: inout MarkdownDrawings) -> [String] {
        switch woven.output {
        case .stream(_, let text):
            let lines = TerminalText(text).lines.map { VisibleText.of($0.map(\.text).joined()) }
            return lines.isEmpty ? [] : MarkdownBlock.lines(lines, words: words)
        case .text(let text):
            return MarkdownBlock.lines(
                VisibleText.of(text).split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
                words: words)
        case .html(let html): return [Self.block(html: html)]
        case .figure(let figure):
            let words = MarkdownText.escaped(figure.alternativeText).replacing("<br>", with: " ")
            let caption = woven.caption.map { MarkdownText.emphasized($0.markdown) }
            return ["![\(words)](\(drawings.add(figure.svg)))"] + (caption.map { [$0] } ?? [])
        case .table(let table): return MarkdownBlock.table(table, words: words)
        case .modelSummary(let summary): return [MarkdownBlock.fence(VisibleText.of(summary.plainText))]
        case .training(let log): return blocks(log)
        case .metrics(let metrics):
            let table = TableOutput(
                columns: metrics.map { .init(name: $0.name, isNumeric: true) },
                rows: [metrics.map { NumberText.metric($0.value) }])
            return MarkdownBlock.table(table, words: words)
        }
    }

    /// Some of the epochs; all of them in a fold.
    private func blocks(_ log: TrainingLog) -> [String] {
        let notes = log.epochs.flatMap(\.remarks).map { "*\(MarkdownText.escaped($0))*" }
        guard !log.epochs.isEmpty else { return notes }
        let shown = log.epochs(atMost: TrainingView.limit)
        let table = MarkdownBlock.table(log.table(of: shown, words: words), words: words)
        guard shown.count < log.epochs.count else { return table + notes }
        let all = MarkdownBlock.table(log.table(of: log.epochs, words: words), words: words)
        let fold = MarkdownBlock.fold(words.allEpochs(log.epochs.count), all.joined(separator: "\n\n"))
        return table + notes + [fold]
    }

    /// An empty line would end a block of HTML in Markdown; a comment in its place shows as nothing, also in a `pre`.
    private static func block(html: String) -> String {
        let lines = html.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.allSatisfy(\.isWhitespace) ? "<!-- -->" : $0 }
        return "<div>\n\(lines.joined(separator: "\n"))\n</div>"
    }
}
