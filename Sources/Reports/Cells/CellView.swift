import Chapters
import Display

/// A cell: its source, and below it what it gave.
struct CellView: View {
    let woven: WovenCell
    let words: Words
    let showsTimings: Bool

    var markup: Markup {
        guard !woven.isEmpty else { return "<div id=\"\(cell.label)\"></div>\n" }
        return """
            <div class="\(classes)" id="\(cell.label)" role="group" aria-label="\(words.cell) \(cell.number)">
            \(woven.source == .hidden ? nil : SourceView(woven: woven, words: words, showsTimings: showsTimings))\
            \(woven.parameters.isEmpty ? nil : ParametersView(parameters: woven.parameters, words: words))\
            \(woven.items.map(item).joined())\
            \(words.note(on: woven.status).map { "<p class=\"status\">\($0)</p>\n" as Markup })\
            </div>

            """
    }

    private var cell: Cell { woven.cell }

    private var classes: String {
        "cell \(woven.status.rawValue.replacing(" ", with: "-"))"
    }

    private func item(_ item: WovenCell.Item) -> Markup {
        switch item {
        case .output(let output): OutputView(woven: output, words: words).markup
        case .omission(let omission): "<p class=\"status\">\(words.note(on: omission))</p>\n"
        case .frame(let frame): FrameView(frame: frame).markup
        }
    }
}
