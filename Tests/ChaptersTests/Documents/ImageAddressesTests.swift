import Fuzzing
import Testing

@testable import Chapters

@Suite struct ImageAddressesTests {
    private func replaced(_ markdown: String) -> String {
        ImageAddresses.replaced(in: markdown) {
            ["a.png": "new/1.png", "a b.png": "new/2.png", "a(1).png": "new/3.png"][$0]
        }
    }

    @Test(arguments: [
        ("![one](a.png) and ![two](<a b.png> \"title\")", "![one](new/1.png) and ![two](<new/2.png> \"title\")"),
        ("![x]( a(1).png )", "![x]( new/3.png )"),
        ("![x][name]\n\n[name]: a.png 'title'\n", "![x][name]\n\n[name]: new/1.png 'title'\n"),
        (
            "<img alt=\"x\" src='a.png'>\n<IMG\nsrc=a.png >",
            "<img alt=\"x\" src=\"new/1.png\">\n<IMG\nsrc=\"new/1.png\" >"
        ),
        ("[![x](a.png)](a.png)", "[![x](new/1.png)](new/1.png)"),
        ("장 ![장](a.png) 🙂", "장 ![장](new/1.png) 🙂"),
    ])
    func addressesAreFoundWhereverTheyAreWritten(markdown: String, expected: String) {
        #expect(replaced(markdown) == expected)
    }

    @Test(arguments: [
        "`![x](a.png)` and ``` ![x](a.png) ```", "```markdown\n![x](a.png)\n```", "\\]\\(a.png) a.png (a.png)",
        "![x](other.png) ![x](a.jpg", "<imga src=\"a.png\"> <a href=\"a.png\">", "`` ` ![x](a.png) ` ``", "![x](", "]",
        "<img src=\"a.png\"", "![x](<a.png\n>)",
    ])
    func whatIsNoImagesAddressStays(markdown: String) {
        #expect(replaced(markdown) == markdown)
    }

    @Test func manyBackticksAreReadInLinearTime() {
        let markdown = (1...3000).map { String(repeating: "`", count: $0 % 200 + 1) }.joined(separator: " x ")
        let start = processorSeconds()
        _ = replaced(markdown)
        let once = processorSeconds() - start
        _ = replaced(String(repeating: markdown, count: 8))
        let often = processorSeconds() - start - once
        #expect(often < once * 40 + 0.2)
    }
}
