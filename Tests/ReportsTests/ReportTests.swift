import Chapters
import Display
import Testing

@testable import Reports

@Suite("A report")
struct ReportTests {
    private func report(_ text: String, cells: [CellRecord] = [], parameters: [InjectedParameter] = []) throws -> String
    {
        let chapter = try Chapter(parsing: text, path: "notebooks/ch.md")
        return Report(chapter: chapter, run: RunRecord(cells: cells, parameters: parameters)).html
    }

    @Test("has the front matter in its head and in its title block, escaped")
    func frontMatter() throws {
        let html = try report("---\ntitle: A <b> & C\nauthor: Ann\ndate: 2024-05-01\nlang: ko\n---\ntext")
        #expect(html.contains("<html lang=\"ko\" dir=\"ltr\">"))
        #expect(html.contains("<title>A &lt;b&gt; &amp; C</title>"))
        #expect(html.contains("<h1>A &lt;b&gt; &amp; C</h1>"))
        #expect(html.contains("<span class=\"author\">Ann</span> · <span class=\"date\">2024-05-01</span>"))
    }

    @Test func `subtitle, authors and abstract stand in the title block`() throws {
        let html = try report(
            "---\ntitle: T\nsubtitle: A & B\nauthor: [Ann, Bo]\nabstract: The *whole* $x$.\n---\ntext")
        #expect(html.contains("<h1>T</h1>\n<p class=\"subtitle\">A &amp; B</p>\n"))
        #expect(html.contains("<span class=\"author\">Ann, Bo</span>"))
        #expect(html.contains("<div class=\"abstract\">\n<p>The <em>whole</em> <span class=\"together\"><math>"))
    }

    @Test("is called by its file's name where it has no title")
    func noTitle() throws {
        let html = try report("text")
        #expect(html.contains("<title>ch.md</title>"))
        #expect(!html.contains("<header class=\"title\">"))
    }

    @Test("runs from right to left in Arabic")
    func direction() throws {
        #expect(try report("---\nlang: ar\n---\nنص").contains("<html lang=\"ar\" dir=\"rtl\">"))
    }

    @Test("lists its headings, without links in links, and links each heading")
    func contents() throws {
        let html = try report("## One [two](x.html)\n\n### Three\n\n## Four\n\n#### Deep")
        #expect(
            html.contains(
                """
                <ol>
                <li class="level1"><a href="#one-two">One two</a></li>
                <li class="level2"><a href="#three">Three</a></li>
                <li class="level1"><a href="#four">Four</a></li>
                </ol>
                """))
        #expect(
            html.contains(
                "<h3 id=\"three\">Three <a class=\"anchor\" href=\"#three\" aria-label=\"Link to this section\"></a></h3>"
            ))
    }

    @Test("passes the author's raw HTML and escapes the rest of the prose")
    func prose() throws {
        let html = try report("<div class=\"mine\">raw</div>\n\n1 < 2 & `<b>`")
        #expect(html.contains("<div class=\"mine\">raw</div>\n<p>1 &lt; 2 &amp; <code>&lt;b&gt;</code></p>"))
    }

    @Test("shows the parameters of the run in its head and below the cell that declares them")
    func parameters() throws {
        let text = "```swift\n//| label: settings\n//| tags: [parameters]\nlet epochs = 25\n```"
        let html = try report(
            text, cells: [CellRecord(status: .succeeded)],
            parameters: [InjectedParameter(name: "epochs", value: "2", original: "25")])
        #expect(html.contains("<p class=\"parameters\"><a href=\"#settings\">Run with</a> <code>epochs = 2</code></p>"))
        #expect(html.contains("<tr><th scope=\"row\">epochs</th><td>2</td><td>25</td></tr>"))
    }

    @Test("ends with the chapter as it was written, line by line")
    func chapterSource() throws {
        let html = try report("one\n\n<three>")
        #expect(
            html.contains(
                """
                <code><span class="line" id="line:1">one
                </span><span class="line" id="line:2">
                </span><span class="line" id="line:3">&lt;three&gt;
                </span></code>
                """))
    }

    @Test("marks a cell without a record as not run")
    func missingRecord() throws {
        #expect(try report("```swift\nx\n```").contains("<div class=\"cell not-run\""))
    }

    @Test("tells durations only when asked to")
    func timings() throws {
        let chapter = try Chapter(parsing: "```swift\nx\n```", path: "ch.md")
        let run = RunRecord(cells: [CellRecord(status: .succeeded, duration: 1.234)])
        #expect(!Report(chapter: chapter, run: run).html.contains("1.23 s"))
        #expect(
            Report(chapter: chapter, run: run, showsTimings: true).html.contains(
                "<span class=\"duration\">1.23 s</span>"))
    }

    @Test("tells what was restored only with the durations")
    func restored() throws {
        let chapter = try Chapter(parsing: "```swift\nx\n```", path: "ch.md")
        let trained = RunRecord(cells: [CellRecord(status: .succeeded, duration: 1.234)])
        var run = trained
        run.cells[0].restored = [
            .training(RestoredTraining(model: "m", epochs: 1000, remaining: 0, time: 0)),
            .evaluation(RestoredEvaluation(model: "m", samples: 2, time: 0)),
        ]
        #expect(Report(chapter: chapter, run: run).html == Report(chapter: chapter, run: trained).html)
        #expect(
            Report(chapter: chapter, run: run, showsTimings: true).html.contains(
                "<span class=\"duration\">1.23 s · 1,000 epochs restored · evaluation restored</span>"))
    }

    @Test("asks for nothing from elsewhere, and its script stays small")
    func selfContained() throws {
        let html = try report("text")
        #expect(html.firstMatch(of: /(src|href)="(https?:)?\/\//) == nil)
        #expect(html.firstMatch(of: /@import|url\(["']?http/) == nil)
        #expect(PackageResources.page_js.count < 8_000)
    }

    @Test("is the same twice")
    func deterministic() throws {
        let text = "# T\n\n```swift\nlet x = [1: 2]\n```"
        let record = CellRecord(status: .succeeded, outputs: [.text("a")])
        #expect(try report(text, cells: [record]) == report(text, cells: [record]))
    }
}
