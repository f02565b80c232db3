import Testing

@testable import Chapters

@Suite("A link in a chapter")
struct ChapterLinkTests {
    private func link(_ address: String, isImage: Bool = false) -> ChapterLink {
        ChapterLink(isImage: isImage, address: address, line: 1)
    }

    @Test(
        "leads to the report of another chapter",
        arguments: [
            ("ch5.md", "ch5.html"), ("../part1/ch5.md#filters", "ch5.html#filters"), ("CH5.MD", "CH5.html"),
        ])
    func chapters(address: String, report: String) {
        #expect(link(address).reportAddress == report)
    }

    @Test(
        "leads elsewhere as it says", arguments: ["https://a.org/x.md", "/x.md", "#a", "x.html", "x.md?raw", "", "md"])
    func others(address: String) {
        #expect(link(address).reportAddress == nil)
    }

    @Test(
        "runs no code",
        arguments: [
            "javascript:alert(1)", "JavaScript:x", " java\nscript:x", "\u{1}javascript:x", "vbscript:x",
            "data:text/html,x",
        ])
    func unsafe(address: String) {
        #expect(link(address).isUnsafe)
    }

    @Test(
        "may be any other",
        arguments: ["a.md", "https://javascript:80/", "mailto:a@b", "x/javascript:y", "#javascript:x"])
    func safe(address: String) {
        #expect(!link(address).isUnsafe)
    }

    @Test("an embedded image is no code")
    func image() {
        #expect(!link("data:image/png;base64,AA", isImage: true).isUnsafe)
    }

    @Test("that would run code leaves only its text, and a warning")
    func warning() throws {
        let chapter = try Chapter(parsing: "[x](javascript:alert(1))", path: "ch.md")
        #expect(chapter.blocks == [.prose(Prose(html: "<p>x</p>\n", headings: []))])
        #expect(
            chapter.warnings.map(\.message) == [
                "a link to 'javascript:alert(1)' would run code; only its text is left"
            ])
    }
}
