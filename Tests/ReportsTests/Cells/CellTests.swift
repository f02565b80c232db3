import Chapters
import Display
import Testing

@testable import Reports

@Suite("A cell's HTML")
struct CellTests {
    @Test("has a source with its number, its name and a link to its line, then what it gave")
    func wholeCell() {
        var options = CellOptions()
        options.label = "train"
        #expect(
            Sample.html(CellRecord(status: .succeeded, outputs: [.text("42")]), options: options) == """
                <div class="cell succeeded" id="train" role="group" aria-label="Cell 1">
                <details class="source" open><summary><span class="count">1</span> train</summary>
                <pre class="swift" dir="ltr" translate="no"><code>run()</code></pre>
                </details>
                <p class="place"><a href="#line:3">line 3</a></p>
                <pre class="value">
                42</pre>
                </div>

                """)
    }

    @Test("keeps the order of what it gave")
    func order() {
        let html = Sample.html(
            CellRecord(status: .succeeded, outputs: [.stream(.output, "a"), .text("b"), .stream(.output, "c")]))
        #expect(html.matches(of: />\n([abc])<\/pre>/).map { String($0.output.1) } == ["a", "b", "c"])
    }

    @Test("echo: false leaves only the outputs; output: false only the source; both leave an anchor")
    func hiding() {
        var options = CellOptions()
        options.echo = false
        let record = CellRecord(status: .succeeded, outputs: [.text("42")])
        #expect(!Sample.html(record, options: options).contains("run()"))
        #expect(Sample.html(record, options: options).contains("42"))
        options.output = false
        #expect(Sample.html(record, options: options) == "<div id=\"cell-1\"></div>\n")
        options.echo = true
        #expect(!Sample.html(record, options: options).contains("42"))
    }

    @Test("code-fold: true folds the source")
    func folding() {
        var options = CellOptions()
        options.codeFold = true
        #expect(
            Sample.html(CellRecord(status: .succeeded), options: options).contains(
                "<details class=\"source\"><summary>"))
    }

    @Test("the caption stands below the last figure, the author's words stand for each")
    func captions() {
        var options = CellOptions()
        options.figureCaption = "Two boots"
        options.figureAlternativeText = "a boot"
        let figure = Output.figure(FigureOutput(svg: "<svg></svg>", alternativeText: "image"))
        let html = Sample.html(CellRecord(status: .succeeded, outputs: [figure, figure, .text("x")]), options: options)
        #expect(html.matches(of: /aria-label="a boot"/).count == 2)
        #expect(html.matches(of: /<figcaption>/).count == 1)
        #expect(html.split(separator: "</figure>")[1].contains("<figcaption>Two boots</figcaption>"))
    }

    @Test func `a caption is Markdown with formulas, and its lines end where those of the prose do`() {
        var options = CellOptions()
        options.figureCaption = "A *wave*, `--to`, and $x$."
        let figure = Output.figure(FigureOutput(svg: "<svg></svg>", alternativeText: "image"))
        let html = Sample.html(CellRecord(status: .succeeded, outputs: [figure]), options: options)
        #expect(html.contains("<figcaption>A <em>wave</em>, <code><span class=\"together\">--to</span></code>, and "))
        #expect(html.contains(/and <span class="together"><math>.*<\/math>\.<\/span><\/figcaption>/))
    }

    @Test func `names from right to left stand apart from the code around them`() {
        let tokens = [(SourceToken.Kind.identifier, "قيمة"), (.operator, "+"), (.identifier, "x"), (.identifier, "한")]
            .map(SourceToken.init)
        let cell = Cell(number: 1, options: CellOptions(), source: "", tokens: tokens, line: 3)
        let woven = WovenCell(cell, CellRecord(status: .succeeded), [], Sample.chapter([cell]))
        let html = CellView(woven: woven, words: .english, showsTimings: false).markup.html
        #expect(html.contains("<code><bdi>قيمة</bdi>+x한</code>"))
    }

    @Test("an error is a frame with the chapter's line and a caret, even where outputs are hidden")
    func error() {
        var options = CellOptions()
        options.output = false
        let place = SourceLocation(line: 3, column: 1, length: 3)
        let record = CellRecord(
            status: .failed,
            diagnostics: [
                Diagnostic(severity: .warning, message: "hidden", location: nil),
                Diagnostic(severity: .error, message: "no '<run>'", location: place),
            ])
        let html = Sample.html(record, options: options)
        #expect(!html.contains("hidden"))
        #expect(
            html.contains(
                """
                <pre class="frame error" dir="ltr"><code><span class="headline"><b class="error">error:</b>\
                <span class="message"> no &#39;&lt;run&gt;&#39;</span></span>
                <span class="gutter"> --&gt; </span><a href="#line:3">notebooks/ch.md:3:1</a>
                <span class="gutter">  |</span>
                <span class="gutter">3 | </span><mark>run</mark>()
                <span class="gutter">  | </span><span class="caret">^^^</span></code></pre>
                """))
    }

    @Test("a failure stands after what the cell gave before it")
    func failure() {
        let record = CellRecord(
            status: .failed, outputs: [.text("before")],
            failure: Failure(kind: .trap, message: "Index out of range", location: SourceLocation(line: 3)))
        let html = Sample.html(record)
        #expect(html.firstRange(of: "before")!.lowerBound < html.firstRange(of: "Index out of range")!.lowerBound)
    }

    @Test(
        "says why it did not run to its end",
        arguments: [
            (CellRecord.Status.notRun, "not-run", "Not run: an earlier cell failed."),
            (.notEvaluated, "not-evaluated", "Shown only: this cell is not meant to run."),
            (.interrupted, "interrupted", "Interrupted."),
            (.timedOut, "timed-out", "Stopped: it took longer than it may."),
        ])
    func status(status: CellRecord.Status, name: String, note: String) {
        let html = Sample.html(CellRecord(status: status))
        #expect(html.hasPrefix("<div class=\"cell \(name)\""))
        #expect(html.contains("<p class=\"status\">\(note)</p>"))
    }

    @Test("highlights its source")
    func highlighting() {
        let tokens = [
            SourceToken(kind: .keyword, text: "let"), SourceToken(kind: .plain, text: " x "),
            SourceToken(kind: .operator, text: "<"), SourceToken(kind: .string, text: "\"<b>\""),
        ]
        let cell = Cell(number: 1, options: CellOptions(), source: "", tokens: tokens, line: 1)
        let woven = WovenCell(cell, CellRecord(status: .succeeded), [], Sample.chapter([cell]))
        let html = SourceView(woven: woven, words: .english, showsTimings: false).markup.html
        #expect(
            html.contains(
                "<code><span class=\"keyword\">let</span> x &lt;<span class=\"string\">&quot;&lt;b&gt;&quot;</span></code>"
            ))
    }

    @Test("speaks the chapter's language")
    func language() {
        #expect(Sample.html(CellRecord(status: .notRun), lang: "ko-KR").contains("실행되지 않음: 앞의 셀이 실패했습니다."))
    }
}
