import Browsing
import Foundation
import Testing

@Suite("8. Script in data does nothing in a real browser", .serialized)
struct InertMarkupTests {
    /// Each would tell by the window that it has run.
    private static let hostile = [
        "<script>window.ran = 1</script>", "</script><script>window.ran = 2</script>",
        "<img src=x onerror=\"window.ran = 3\">",
        "\" onmouseover=\"window.ran = 4\" autofocus onfocus=\"window.ran = 5\" x=\"",
        "]]><svg onload=\"window.ran = 6\"/>",
        "--></style></title></textarea><body onload=\"window.ran = 7\">", "' onclick='window.ran = 8",
        "{{{x}}}</pre><details open ontoggle=\"window.ran = 9\">",
    ]

    @Test func dataInEveryPlaceOfAReportIsText() throws {
        let line = try CommandLine()
        defer { line.remove() }
        let front = Self.hostile.joined(separator: " ").replacing("'", with: "''")
        let list = Self.hostile.map { "#\"\($0)\"#" }.joined(separator: ", ")
        let source = """
            let hostile = [\(list)]
            for text in hostile {
                print(text)
                display([text: 1])
                display(Table(columns: [text: [text]]))
                Figure { Axes(title: text, xLabel: text, yLabel: text) { LinePlot([1, 2], label: text) }.legend() }
            }
            """
        let failing = "misuse(hostile.joined())"
        let text = """
            ---
            title: '\(front)'
            author: '\(front)'
            date: '\(front)'
            ---

            [a link](javascript:window.ran=10) and ![an image](javascript:window.ran=11)


            """
        try line.write(text + chapter(source, failing), to: "a.md")
        let run = try line.nbrun("a.md")
        #expect(run.status == 1, "\(run.errors)")

        let page = try Browser().open(line.folder.appendingPathComponent("output/a.html"))
        let clickEverything = """
            for (const element of document.querySelectorAll("a, img, svg, svg *, td, th, summary, pre, span")) {
              for (const kind of ["mouseover", "focus", "click"]) element.dispatchEvent(new Event(kind, {bubbles: true}));
            }
            new Promise(done => setTimeout(() => done(String(window.ran)), 200))
            """
        #expect(try page.evaluate(clickEverything) as? String == "undefined")
        let foreign = """
            [...document.querySelectorAll("*")].flatMap(element => [...element.attributes])
              .filter(attribute => attribute.name.startsWith("on") || /^\\s*javascript:/i.test(attribute.value))
              .map(attribute => attribute.name + "=" + attribute.value).join("; ")
            """
        #expect(try page.evaluate(foreign) as? String == "")
        let shown = try page.visibleText()
        for text in Self.hostile { #expect(shown.contains(text), "\(text) is shown as it is") }
    }
}
