import Browsing
import Display
import Foundation
import Testing

@testable import Reports

@Suite("A report in a browser without a network", .serialized)
struct PageInBrowserTests {
    private let browser: Browser
    private let english: SamplePage

    init() throws {
        browser = try Browser()
        english = try SamplePage(language: "en")
    }

    @Test("opens without an error and asks for nothing, light and dark, wide and narrow")
    func problems() throws {
        let page = try browser.open(english.file)
        for isDark in [true, false] {
            try page.setDark(isDark)
            for width in [1600, 800, 390, 320] {
                try page.resize(width: width, height: 800)
                let overflow =
                    try page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                    as? Int
                #expect(overflow == 0, "the page is wider than a window of \(width)")
            }
        }
        #expect(page.problems() == [])
    }

    @Test("shows a model's summary as the text that TensorFlow prints, and copies it so")
    func summary() throws {
        let page = try browser.open(english.file)
        let copied =
            try page.evaluate(
                """
                getSelection().selectAllChildren(document.querySelector(".summary").parentElement);
                getSelection().toString()
                """) as? String
        for text in [try page.visibleText(".summary"), copied ?? ""] {
            let lines = text.split(separator: "\n").map { $0.replacing(/\s+$/, with: "") }
            #expect(lines.joined(separator: "\n") == SamplePage.summary.plainText)
        }
    }

    @Test(
        "takes whatever an address has behind its '#'",
        arguments: ["#%", "#%E0%A4%A", "#nothing", "#", "##", "#page:theme"])
    func anchors(hash: String) throws {
        let page = try browser.open(english.file)
        try page.evaluate("location.hash = '\(hash)'")
        try page.evaluate("new Promise(done => setTimeout(done, 100))")
        try page.evaluate("document.getElementById('page:theme').click()")
        let theme = try page.evaluate("document.documentElement.dataset.theme") as? String
        #expect(theme == "dark" || theme == "light")
        #expect(page.problems() == [])
    }

    @Test("folds a long text, and opens it")
    func longText() throws {
        let page = try browser.open(english.file)
        #expect(try page.visibleText().contains("row 40\n"))
        #expect(try !page.visibleText().contains("row 41"))
        try page.evaluate("document.querySelector('.more summary').click()")
        #expect(try page.visibleText().contains("row 41\n"))
        #expect(try page.visibleText().contains("row 60\n"))
    }

    @Test("can be read without scripts")
    func withoutScripts() throws {
        let page = try browser.open(english.file, allowsScripts: false)
        let text = try page.visibleText()
        for part in [
            "A sample", "let value3 = run", "Model: \"sequential\"", "0.5000", "Index out of range", "Not run",
            "Paragraph 40.",
        ] {
            #expect(text.contains(part), "'\(part)' is not to be seen")
        }
    }

    @Test("follows the system's colours, and the reader's")
    func theme() throws {
        let page = try browser.open(english.file)
        let paper = "getComputedStyle(document.body).backgroundColor"
        try page.setDark(false)
        let light = try page.evaluate(paper) as? String
        try page.setDark(true)
        let dark = try page.evaluate(paper) as? String
        #expect(light == "rgb(255, 255, 255)")
        #expect(dark != light)
        try page.evaluate("document.getElementById('page:theme').click()")
        #expect(try page.evaluate(paper) as? String == light)
        try page.evaluate("document.getElementById('page:theme').click()")
        #expect(try page.evaluate(paper) as? String == dark)
    }

    @Test("folds and unfolds all sources")
    func folding() throws {
        let page = try browser.open(english.file)
        let open = "document.querySelectorAll('.source[open]').length"
        #expect(try page.evaluate(open) as? Int == 10)
        try page.evaluate("document.getElementById('page:fold').click()")
        #expect(try page.evaluate(open) as? Int == 0)
        try page.evaluate("document.getElementById('page:fold').click()")
        #expect(try page.evaluate(open) as? Int == 10)
    }

    @Test("copies a cell's source")
    func copying() throws {
        let page = try browser.open(english.file)
        try page.evaluate(
            """
            var copied = "";
            document.execCommand = () => { copied = document.activeElement.value };
            Object.defineProperty(navigator, "clipboard", { value: { writeText: async () => { throw 0 } } });
            document.querySelector(".place button").click();
            """)
        #expect(try page.evaluate("copied") as? String == "let value0 = run(\"text\", 1) // comment")
        #expect(try page.evaluate("document.querySelector('.place button').textContent") as? String == "Copied")
    }

    @Test("the contents follow the reader, and are folded on a narrow page")
    func contents() throws {
        let page = try browser.open(english.file)
        let current =
            "new Promise(done => setTimeout(() => done(document.querySelector('.contents [aria-current]')?.textContent), 100))"
        try page.evaluate("document.getElementById('second').scrollIntoView()")
        #expect(try page.evaluate(current) as? String == "Second")
        try page.evaluate("document.getElementById('deeper').scrollIntoView()")
        #expect(try page.evaluate(current) as? String == "Deeper")
        #expect(try page.evaluate("document.querySelector('.contents details').open") as? Bool == true)
        try page.resize(width: 390, height: 800)
        #expect(
            try page.evaluate(
                "new Promise(done => setTimeout(() => done(document.querySelector('.contents details').open), 100))")
                as? Bool == false)
    }

    @Test("a link to a line opens the chapter's source there")
    func lineLinks() throws {
        let page = try browser.open(english.file)
        try page.evaluate("document.querySelector('.frame a').click()")
        let opened = "new Promise(done => setTimeout(() => done(document.querySelector('.chapter-source').open), 100))"
        #expect(try page.evaluate(opened) as? Bool == true)
        #expect(
            try page.evaluate("document.querySelector('.line:target').textContent") as? String == "let 이름 = [1][7]\n")
    }

    @Test("the caret stands below what it marks, after wide characters too")
    func caret() throws {
        let page = try browser.open(english.file)
        let distance =
            try page.evaluate(
                """
                (() => {
                  const mark = document.querySelector(".frame mark").getBoundingClientRect();
                  const range = document.createRange();
                  const caret = document.querySelector(".frame .caret").firstChild;
                  range.setStart(caret, caret.length - 4);
                  range.setEnd(caret, caret.length - 3);
                  return Math.abs(range.getBoundingClientRect().left - mark.left);
                })()
                """) as? Double
        #expect(try #require(distance) < 2)
    }

    @Test(arguments: ["ltr", "rtl"])
    func `columns of numbers and of texts stand apart, whatever their order`(direction: String) throws {
        let page = try browser.open(english.file)
        for order in ["nnt", "tntn", "tt", "nn"] {
            let row = order.map { "<td\($0 == "n" ? " class=\"number\"" : "")>12</td>" }.joined()
            let gaps =
                try page.evaluate(
                    """
                    (() => {
                      document.documentElement.dir = "\(direction)";
                      document.querySelector("main").innerHTML =
                        '<div class="scroll"><table class="data"><tbody><tr>\(row)</tr></tbody></table></div>';
                      const texts = [...document.querySelectorAll("td")].map(cell => {
                        const range = document.createRange();
                        range.selectNodeContents(cell);
                        return range.getBoundingClientRect();
                      });
                      const table = document.querySelector("table").getBoundingClientRect();
                      const isLeft = "\(direction)" == "ltr";
                      const edge = isLeft ? texts[0].left - table.left : table.right - texts[0].right;
                      return [edge, ...texts.slice(1).map((text, index) =>
                        isLeft ? text.left - texts[index].right : texts[index].left - text.right)];
                    })()
                    """) as? [Double]
            let found = try #require(gaps)
            #expect(found.count == order.count && abs(found[0]) < 1)
            #expect(found.dropFirst().allSatisfy { $0 > 15 }, "\(order): \(found)")
        }
    }
}
