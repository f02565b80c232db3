import Chapters
import Display

@testable import Reports

/// A chapter with one cell, for tests of what the cell shows.
enum Sample {
    static func cell(_ source: String = "run()", number: Int = 1, options: CellOptions = CellOptions()) -> Cell {
        Cell(
            number: number, options: options, source: source, tokens: [SourceToken(kind: .plain, text: source)], line: 3
        )
    }

    static func chapter(_ cells: [Cell], frontMatter: FrontMatter = FrontMatter()) -> Chapter {
        Chapter(
            path: "notebooks/ch.md", frontMatter: frontMatter, blocks: cells.map { .cell($0) },
            lines: ["one", "```swift", "run()", "```"])
    }

    /// The HTML of a cell that gave this.
    static func html(_ record: CellRecord, options: CellOptions = CellOptions(), lang: String? = nil) -> String {
        let cell = cell(options: options)
        let woven = WovenCell(cell, record, [], chapter([cell]))
        return CellView(woven: woven, words: .in(lang), showsTimings: false).markup.html
    }

    /// The HTML of one output.
    static func html(_ output: Output, caption: String? = nil) -> String {
        let woven = WovenOutput(output: output, caption: caption.map(FigureCaption.init), identifier: "cell-1:1")
        return OutputView(woven: woven, words: .english).markup.html
    }
}
