import Testing

@testable import Chapters

/// What people write at the head of a chapter.
@Suite struct FrontMatterTests {
    private func frontMatter(_ yaml: String) throws -> FrontMatter {
        try Chapter(parsing: "---\n\(yaml)\n---\n\nText\n", path: "a.md").frontMatter
    }

    private func warnings(_ text: String) throws -> [String] {
        try Chapter(parsing: text, path: "a.md").warnings.map { warning in
            "\(warning.location!.line): \(warning.message) (\(warning.notes.map(\.message).joined()))"
        }
    }

    private func errors(_ yaml: String) -> [String] {
        let error = #expect(throws: ChapterError.self) {
            try Chapter(parsing: "---\n\(yaml)\n---\n", path: "a.md")
        }
        return error?.diagnostics.map { "\($0.location!.line): \($0.message) (\($0.notes.map(\.message).joined()))" }
            ?? []
    }

    @Test(arguments: [
        ("author: Ada", ["Ada"]), ("author: [Ada, Grace]", ["Ada", "Grace"]),
        ("author:\n- Ada\n- Grace", ["Ada", "Grace"]),
        ("authors: [Ada]", ["Ada"]), ("author: {name: Ada}", ["Ada"]),
        ("author:\n  - name: Ada\n    email: a@b.c\n  - Grace", ["Ada", "Grace"]),
        ("author:\n- name: {given: Ada, family: Lovelace}", ["Ada Lovelace"]),
        ("author:\n- name:\n    literal: Ada L.", ["Ada L."]), ("author:", []), ("author: []", []),
    ])
    func `authors are one or several`(yaml: String, names: [String]) throws {
        #expect(try frontMatter(yaml).authors == names)
    }

    @Test func `title, subtitle, abstract and date are texts, and nothing where nothing is written`() throws {
        let given = try frontMatter("title: T\nsubtitle: S\ndate: 2024-05-01\nabstract: |\n  One\n  *two*\nlang: ko")
        var expected = FrontMatter(title: "T", subtitle: "S", date: "2024-05-01", abstract: "One\n*two*", lang: "ko")
        #expect(given == expected)
        #expect(given.abstractHTML == "<p>One\n<em>two</em></p>\n")
        expected = FrontMatter(title: "2024")
        #expect(try frontMatter("title: 2024\nsubtitle:\ndate: ~\nauthor: \"\"\nabstract: ''") == expected)
        #expect(try frontMatter("date: May 1, 2024").date == "May 1, 2024")
    }

    @Test func `what is no name or text is told with what to write`() {
        #expect(
            errors("author:\n- affiliation: X") == [
                "2: an author in the front matter has no name (write 'author: Ada', a list of names, or 'name: Ada' for each)"
            ])
        #expect(errors("title: [a]") == ["2: 'title' in the front matter must be a text ()"])
        #expect(errors("lang: en\ndate: {a: b}\nsubtitle: [c]").count == 2)
        #expect(errors("title: Loss: one").first?.hasSuffix("needs quotes: title: \"Loss: the first run\")") == true)
    }

    @Test func `keys that are ignored are told once`() throws {
        #expect(
            try warnings("---\nlang: en\nformat: html\ntoc: true\n---\n") == [
                "3: 'format', 'toc' in the front matter are ignored (there are title, subtitle, author, authors, date, abstract, lang)"
            ])
        #expect(
            try warnings("---\ntitel: T\n---\n") == [
                "2: 'titel' in the front matter is ignored (did you mean 'title'?)"
            ])
    }

    @Test(arguments: ["\n", "\n\n \t\n", "\u{FEFF}\n"])
    func `blank lines may stand before front matter`(blanks: String) throws {
        let text = blanks + "---\ntitle: T\nfoo: bar\n---\n\nText\n\n```swift\n1\n```\n"
        let chapter = try Chapter(parsing: text, path: "a.md")
        #expect(chapter.frontMatter.title == "T")
        #expect(chapter.blocks.first == .prose(Prose(html: "<p>Text</p>\n", headings: [])))
        let line = ChapterText(text).lines.firstIndex(of: "1")! + 1
        #expect(chapter.cells.map(\.line) == [line])
        #expect(chapter.warnings.map(\.location?.line) == [line - 6])
        let written = WrittenChapter(chapter)
        #expect((written.parts.flatMap { $0.gap + $0.lines } + written.end) == chapter.lines)
    }

    @Test(arguments: ["\n---\nText: one\n\n---\n", "\n---\ntitle: T\n\nText\n", "\n---\n\nText\n"])
    func `behind blank lines a rule is a rule where no key of ours follows, or no end`(text: String) throws {
        let chapter = try Chapter(parsing: text, path: "a.md")
        #expect(chapter.frontMatter == FrontMatter())
        #expect(try proseHTML(text).hasPrefix("<hr />\n"))
    }
}
