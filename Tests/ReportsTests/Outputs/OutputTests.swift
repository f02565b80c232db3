import Display
import Testing

@testable import Reports

@Suite("An output's HTML")
struct OutputTests {
    @Test("text keeps its spaces and is escaped")
    func text() {
        #expect(
            Sample.html(.text("[[1, 2],\n [3, <4>]]")) == """
                <pre class="value">
                [[1, 2],
                 [3, &lt;4&gt;]]</pre>

                """)
    }

    @Test("an empty first line is not lost")
    func emptyFirstLine() {
        #expect(Sample.html(.text("\nx")) == "<pre class=\"value\">\n\nx</pre>\n")
    }

    @Test("standard error is told from standard output")
    func streams() {
        #expect(Sample.html(.stream(.output, "a\n")) == "<pre class=\"stream\">\na</pre>\n")
        #expect(Sample.html(.stream(.error, "a\n")) == "<pre class=\"stream stderr\">\na</pre>\n")
    }

    @Test("HTML goes through as it is")
    func html() {
        #expect(
            Sample.html(.html("<b onclick='x()'>&amp;</b>")) == "<div class=\"html\"><b onclick='x()'>&amp;</b></div>\n"
        )
    }

    @Test("a long text is folded after forty lines, with all of it there")
    func longText() {
        let lines = (1...100).map { "line \($0)" }
        let html = Sample.html(.stream(.output, lines.joined(separator: "\n")))
        let parts = html.split(separator: "<details class=\"more\"><summary>60 more lines</summary>\n")
        #expect(parts.count == 2)
        #expect(parts[0] == "<pre class=\"stream\">\n\(lines[..<40].joined(separator: "\n"))</pre>\n")
        #expect(
            parts[1].hasPrefix("<pre class=\"stream\">\n\(lines[40...].joined(separator: "\n"))</pre>"))
    }

    @Test("a text a little over forty lines is not folded")
    func notSoLongText() {
        #expect(!Sample.html(.text(Array(repeating: "x", count: 44).joined(separator: "\n"))).contains("<details"))
    }

    @Test("a table has its heads and its numbers flush right")
    func table() {
        let table = TableOutput(
            columns: [.init(name: "Class"), .init(name: "Images", isNumeric: true)], rows: [["<shoe>", "6,000"]])
        #expect(
            Sample.html(.table(table)) == """
                <div class="scroll"><table class="data">
                <thead><tr><th scope="col">Class</th><th scope="col" class="number">Images</th></tr></thead>
                <tbody>
                <tr><td>&lt;shoe&gt;</td><td class="number">6,000</td></tr>
                </tbody>
                </table></div>

                """)
    }

    @Test("metrics are named figures")
    func metrics() {
        let html = Sample.html(
            .metrics([Metric(name: "loss", value: 0.50119), Metric(name: "accuracy", value: 0.8871)]))
        #expect(
            html == """
                <dl class="metrics"><dt>loss</dt><dd>0.5012</dd><dt>accuracy</dt><dd>0.8871</dd></dl>

                """)
    }

    @Test("a figure has a caption, a text for those who cannot see it, and its numbers in a fold")
    func figure() {
        let figure = FigureOutput(
            svg: "<svg viewBox=\"0 0 1 1\"></svg>", alternativeText: "loss < 1",
            data: TableOutput(columns: [.init(name: "x")], rows: [["1"]]))
        #expect(
            Sample.html(.figure(figure), caption: "A & B") == """
                <figure>
                <div class="drawing" role="img" aria-label="loss &lt; 1"><svg viewBox="0 0 1 1"></svg></div>
                <figcaption>A &amp; B</figcaption>
                </figure>
                <details class="data"><summary>The numbers behind this figure</summary>
                \(Sample.html(.table(figure.data!)))</details>

                """)
    }

    @Test("two drawings' names are kept apart, with every use of them")
    func identifiers() {
        let svg = """
            <svg aria-labelledby="t d"><title id="t">a</title><desc id="d">b</desc><clipPath id="c"/>\
            <g clip-path="url(#c)" style="fill:url(#c);mask:url(#other)"><use href="#c"/><a href="#elsewhere"/></g></svg>
            """
        #expect(
            SVGIdentifiers.prefixed(svg, with: "cell-1:1:") == """
                <svg aria-labelledby="cell-1:1:t cell-1:1:d"><title id="cell-1:1:t">a</title>\
                <desc id="cell-1:1:d">b</desc><clipPath id="cell-1:1:c"/>\
                <g clip-path="url(#cell-1:1:c)" style="fill:url(#cell-1:1:c);mask:url(#other)">\
                <use href="#cell-1:1:c"/><a href="#elsewhere"/></g></svg>
                """)
        #expect(SVGIdentifiers.prefixed("<svg><path d=\"M0 0\"/></svg>", with: "x:") == "<svg><path d=\"M0 0\"/></svg>")
    }
}
