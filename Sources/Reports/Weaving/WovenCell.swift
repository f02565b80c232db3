import Chapters
import Display

/// A cell and what it gave, as its options want it shown.
struct WovenCell {
    /// How the source is shown.
    enum Source {
        case shown, folded, hidden
    }

    /// Something below the source.
    enum Item {
        case output(WovenOutput)
        /// What the cell gave and is not kept.
        case omission(Omission)
        /// An error, a warning, or why the cell stopped.
        case frame(DiagnosticFrame)
    }

    let cell: Cell
    let status: CellRecord.Status
    let source: Source
    let items: [Item]
    /// What the command line set in this cell.
    let parameters: [InjectedParameter]
    /// Seconds that it ran.
    let duration: Double?
    /// What it did not have to compute.
    let restored: [Restoration]

    init(_ cell: Cell, _ record: CellRecord, _ parameters: [InjectedParameter], _ chapter: Chapter) {
        self.cell = cell
        status = record.status
        duration = record.duration
        restored = record.restored
        source = !cell.options.echo ? .hidden : cell.options.codeFold ? .folded : .shown
        self.parameters = cell.options.isParameters ? parameters : []
        let outputs = cell.options.output ? WovenOutput.all(of: record, in: cell) : []
        let frames = Self.frames(of: record, cell.options, chapter)
        var items = outputs.map(Item.output)
        if cell.options.output, let omission = record.omission {
            items.insert(.omission(omission), at: omission.position)
        }
        self.items = items + frames.map(Item.frame)
    }

    /// Whether the reader sees nothing of the cell.
    var isEmpty: Bool {
        source == .hidden && items.isEmpty && parameters.isEmpty && [.succeeded, .notEvaluated].contains(status)
    }

    /// A hidden output hides warnings with it, never an error.
    private static func frames(of record: CellRecord, _ options: CellOptions, _ chapter: Chapter) -> [DiagnosticFrame] {
        var diagnostics = record.diagnostics.filter { options.output || $0.severity == .error }
        if let failure = record.failure {
            diagnostics.append(Diagnostic(severity: .error, message: failure.message, location: failure.location))
        }
        return diagnostics.map { DiagnosticFrame($0, chapter: chapter) }
    }
}

/// One thing that a cell shows, with the words that the cell's options give it.
struct WovenOutput {
    let output: Output
    /// The caption below it.
    let caption: FigureCaption?
    /// Unique in the chapter: the cell's label and the output's place in the cell.
    let identifier: String

    /// A cell's outputs; a caption belongs to all figures of the cell and stands below the last.
    static func all(of record: CellRecord, in cell: Cell) -> [WovenOutput] {
        let lastFigure = record.outputs.lastIndex { $0.figure != nil }
        return record.outputs.enumerated().map { index, output in
            WovenOutput(
                output: output.describing(cell.options.figureAlternativeText),
                caption: index == lastFigure ? cell.options.figureCaption.map(FigureCaption.init) : nil,
                identifier: "\(cell.label):\(index + 1)")
        }
    }
}

extension Output {
    fileprivate var figure: FigureOutput? {
        if case .figure(let figure) = self { figure } else { nil }
    }

    /// The same drawing with the author's words in the place of its own; anything else as it is.
    fileprivate func describing(_ words: String?) -> Output {
        guard let words, let figure else { return self }
        return .figure(
            FigureOutput(svg: figure.svg, alternativeText: words, title: figure.title, data: figure.data))
    }
}
