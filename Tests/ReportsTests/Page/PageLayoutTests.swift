import Browsing
import Chapters
import Display
import Foundation
import Testing

@testable import Reports

/// Where things stand in a real browser: on a phone, on a wide screen, from right to left, at the ends of lines.
@Suite(.serialized) struct PageLayoutTests {
    private let browser: Browser

    init() throws {
        browser = try Browser()
    }

    private func open(_ html: String, width: Int) throws -> BrowserPage {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("layout-\(UUID().uuidString).html")
        try html.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        return try browser.open(file, width: width)
    }

    private func report(_ text: String, _ outputs: [Output] = [], language: String = "en") throws -> String {
        let chapter = try Chapter(parsing: "---\nlang: \(language)\n---\n\n\(text)", path: "ch.md")
        return Report(chapter: chapter, run: RunRecord(cells: [CellRecord(status: .succeeded, outputs: outputs)])).html
    }

    /// The committed report of chapter 6 in today's style.
    private static func chapter6() throws -> String {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("output/ch6.html")
        let html = try String(contentsOf: file, encoding: .utf8)
        let style = try #require(html.firstMatch(of: /<style>[\s\S]*?<\/style>/))
        let css = String(decoding: PackageResources.page_css, as: UTF8.self)
        return html.replacingCharacters(in: style.range, with: "<style>\n\(css)</style>")
    }

    private static let smallestText = """
        Math.min(...[...document.querySelectorAll(".drawing text")].map(text =>
          parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))
        """

    @Test(arguments: [390, 320, 1440])
    func `no text in the figures of chapter 6 is smaller than 11 px, and nothing is wider than the screen`(
        width: Int
    ) throws {
        let page = try open(Self.chapter6(), width: width)
        let smallest = try #require(try page.evaluate(Self.smallestText) as? Double)
        #expect(smallest >= 11)
        #expect(try overflow(of: page) == 0)
        // What is wider scrolls in a box of its own.
        let boxes = try page.evaluate(
            "[...document.querySelectorAll('.drawing')].map(box => box.getBoundingClientRect().right - innerWidth)")
        #expect(try #require(boxes as? [Double]).allSatisfy { $0 <= 0 })
    }

    private func overflow(of page: BrowserPage) throws -> Int? {
        try page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") as? Int
    }

    private static let wideFormula = (1...40).map { "a_{\($0)} x_{\($0)}" }.joined(separator: " + ")
    private static let wideCode = "let value = [" + (1...60).map(String.init).joined(separator: ", ") + "]"
    private static let wide = """
        $$ \(wideFormula) $$

        | \((1...30).map { "column \($0)" }.joined(separator: " | ")) |
        |\(String(repeating: "---|", count: 30))

        ```
        \(wideCode)
        ```

        - in a list

          ```
          \(wideCode)
          ```

        ```swift
        \(wideCode)
        ```
        """
    private static let wideOutputs: [Output] = [
        .stream(.output, wideCode + "\n"), .text(wideCode),
        .table(TableOutput(columns: (1...40).map { .init(name: "column\($0)") }, rows: [])),
        .metrics((1...40).map { Metric(name: "metric", value: Double($0)) }),
        .figure(
            FigureOutput(
                svg: """
                    <svg width="3000" height="90" viewBox="0 0 3000 90" style="max-width:100%;height:auto">\
                    <text font-size="12">1</text></svg>
                    """, alternativeText: "")),
    ]

    @Test(arguments: ["en", "ar"], [320, 390, 800, 1000, 1216, 1440, 1920])
    func `what is wider than the page scrolls in its box, which has a cue`(language: String, width: Int) throws {
        let page = try open(report(Self.wide, Self.wideOutputs, language: language), width: width)
        #expect(try overflow(of: page) == 0)
        let boxes = try page.evaluate(
            """
            [...document.querySelectorAll("pre, .scroll, .drawing, .metrics, main > table, math[display=block]")]
              .filter(box => !box.closest("details:not([open])"))
              .map(box => box.localName + (box.scrollWidth > box.clientWidth ? " scrolls " : " fits ")
                + getComputedStyle(box).backgroundAttachment)
            """)
        let cue = "local, local, scroll, scroll, scroll"
        let expected = ["math", "table", "pre", "pre", "pre", "pre", "pre", "div", "dl", "div"]
        #expect(boxes as? [String] == expected.map { "\($0) scrolls \(cue)" })
    }

    @Test func `code that is wider than the text takes the empty margin before it scrolls`() throws {
        let line = "let value = \"" + String(repeating: "x", count: 92) + "\""
        let page = try open(report("```swift\n\(line)\n```\n\n```\n\(line)\n```\n"), width: 1440)
        let fits =
            "[...document.querySelectorAll('.source pre, main > pre')].map(box => box.scrollWidth - box.clientWidth)"
        #expect(try page.evaluate(fits) as? [Int] == [0, 0])
        let places = try page.evaluate(
            """
            [".cell", ".source", ".place"].map(name => document.querySelector(name).getBoundingClientRect().right)
            """)
        let found = try #require(places as? [Double])
        #expect(found[1] > found[0] && found[1] <= 1440)
        // The line and the button are at the source's edge.
        #expect(abs(found[2] - found[1] + 16) < 1)
        try page.resize(width: 1220, height: 900)
        #expect(try #require(try page.evaluate(fits) as? [Int]).allSatisfy { $0 > 0 })
    }

    /// The height of a paragraph in which a line ends wherever it may, in lines.
    @Test(arguments: [
        ("a $x$, b", 3), ("a ($x$) b", 3), ("a $x$th b", 3), ("a $x$[^1]. b", 3), ("a `--to` b", 3),
        ("a `--show-output`, b", 3), ("a $x$ b", 3), ("a `-p x` b", 4),
    ])
    func `a line ends neither beside a formula nor within a word of code`(markdown: String, lines: Int) throws {
        let page = try open(report("\(markdown)\n\n[^1]: A note.\n"), width: 800)
        let height = try page.evaluate(
            """
            (() => {
              const paragraph = document.querySelector("main > p");
              paragraph.style = "width: 1px; line-height: 40px; overflow-wrap: normal";
              return Math.round(paragraph.clientHeight / 40);
            })()
            """)
        #expect(height as? Int == lines)
    }

    @Test func `figures and code keep their direction in a page from right to left`() throws {
        let svg = "<svg width=\"90\" height=\"20\"><text x=\"10\" y=\"10\">loss الخسارة</text></svg>"
        let page = try open(
            report(
                "```swift\nprint(name, \"مرحبا\", 12, قيمة, 13)\n```\n\nنص `-p x=1` نص.\n",
                [
                    .figure(FigureOutput(svg: svg, alternativeText: "")), .metrics([Metric(name: "m", value: -1e-9)]),
                    .table(TableOutput(columns: [.init(name: "n", isNumeric: true)], rows: [["-12"]])),
                ], language: "ar"), width: 800)
        let positions = try page.evaluate(
            """
            (() => {
              const left = (node, index) => {
                const range = document.createRange();
                range.setStart(node, index);
                range.setEnd(node, index + 1);
                return range.getBoundingClientRect().left;
              };
              const numbers = [...document.querySelectorAll(".swift .number")].map(number => left(number.firstChild, 0));
              const string = document.querySelector(".swift .string").getBoundingClientRect();
              const name = document.querySelector(".swift bdi").getBoundingClientRect();
              const signs = [".metrics dd", "td.number"].map(selector => {
                const text = document.querySelector(selector).firstChild;
                return left(text, 0) < left(text, 1);
              });
              const title = document.querySelector(".drawing text");
              return [string.right < numbers[0], numbers[0] < name.left, name.right < numbers[1], ...signs,
                Math.abs(title.getBBox().x - 10) < 2, getComputedStyle(document.querySelector("p code")).direction == "ltr"];
            })()
            """)
        #expect(positions as? [Bool] == [true, true, true, true, true, true, true])
    }

    @Test func `digits stand on the line, and below each other in figures and tables`() throws {
        let svg = "<svg width=\"90\" height=\"20\"><text>1</text></svg>"
        let page = try open(
            report(
                "Between 0 and 1.\n\n```swift\n1\n```\n",
                [
                    .figure(FigureOutput(svg: svg, alternativeText: "")), .metrics([Metric(name: "m", value: 1)]),
                    .table(TableOutput(columns: [.init(name: "n", isNumeric: true)], rows: [["1"]])),
                ]), width: 800)
        let variants = try page.evaluate(
            """
            ["main > p", "svg text", "td", ".metrics dd"].map(selector =>
              getComputedStyle(document.querySelector(selector)).fontVariantNumeric)
            """)
        #expect(
            variants as? [String] == [
                "lining-nums proportional-nums", "lining-nums tabular-nums", "lining-nums tabular-nums",
                "lining-nums tabular-nums",
            ])
    }

    @Test(arguments: [1, 3, 9])
    func `the head of every table of epochs ends with a rule`(epochs: Int) throws {
        let log = TrainingLog(
            modelName: "m", plannedEpochs: epochs, stepsPerEpoch: 1,
            epochs: (1...epochs).map { .init(number: $0, metrics: [Metric(name: "loss", value: 1)]) })
        let page = try open(report("```swift\n1\n```\n", [.training(log)]), width: 800)
        let rules = try page.evaluate(
            """
            [...document.querySelectorAll(".epochs thead")].map(head => [...head.rows].map(row =>
              getComputedStyle(row.cells[0]).borderBottomStyle))
            """)
        let expected = [epochs == 1 ? ["solid"] : ["none", "solid"]] + (epochs > 6 ? [["solid"]] : [])
        #expect(rules as? [[String]] == expected)
    }
}
