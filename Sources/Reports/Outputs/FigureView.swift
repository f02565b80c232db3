import Display

/// A drawing, its caption, and its numbers in a fold.
struct FigureView: View {
    let figure: FigureOutput
    let woven: WovenOutput
    let words: Words

    var markup: Markup {
        let svg = SVGIdentifiers.prefixed(figure.svg, with: woven.identifier + ":")
        return """
            <figure>
            <div class="drawing" role="img" aria-label="\(figure.alternativeText)">\(trusted: svg)</div>
            \(woven.caption.map { "<figcaption>\(trusted: UnbrokenWords.html(of: $0.html))</figcaption>\n" as Markup })\
            </figure>
            \(figure.data.map(fold))
            """
    }

    private func fold(_ data: TableOutput) -> Markup {
        """
        <details class="data"><summary>\(words.figureData)</summary>
        \(TableView(table: data, words: words))</details>

        """
    }
}
