import Display

/// What a cell shows, as HTML: one view for each case.
struct OutputView: View {
    let woven: WovenOutput
    let words: Words

    var markup: Markup {
        switch woven.output {
        case .stream(let stream, let text): StreamView(text: text, stream: stream, words: words).markup
        case .text(let text): TextView(text: text, words: words).markup
        case .html(let html): "<div class=\"html\">\(trusted: html)</div>\n"
        case .figure(let figure): FigureView(figure: figure, woven: woven, words: words).markup
        case .table(let table): TableView(table: table, words: words).markup
        case .modelSummary(let summary): ModelSummaryView(summary: summary).markup
        case .training(let log): TrainingView(log: log, words: words).markup
        case .metrics(let metrics): MetricsView(metrics: metrics).markup
        }
    }
}
