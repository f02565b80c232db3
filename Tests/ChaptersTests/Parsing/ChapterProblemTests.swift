import Testing

@testable import Chapters

/// Every mistake in a chapter's text is told with its line and what to do.
@Suite struct ChapterProblemTests {
    private func complaints(about text: String) -> [String] {
        do throws(ChapterError) {
            _ = try Chapter(parsing: text, path: "a.md")
            return []
        } catch {
            return error.diagnostics.map { diagnostic in
                let notes = diagnostic.notes.map { " (\($0.message))" }.joined()
                return "\(diagnostic.location?.line ?? 0): \(diagnostic.message)\(notes)"
            }
        }
    }

    private func complaints(aboutOption line: String) -> [String] {
        complaints(about: "```swift\n//| \(line)\n1\n```\n")
    }

    @Test func anUnknownOptionIsToldWithTheNearestName() {
        #expect(complaints(aboutOption: "eco: false") == ["2: there is no cell option 'eco' (did you mean 'echo'?)"])
        #expect(
            complaints(aboutOption: "figcap: x") == ["2: there is no cell option 'figcap' (did you mean 'fig-cap'?)"])
        #expect(complaints(aboutOption: "zzzzzzzz: 1").first?.contains("there are label, echo, eval") == true)
    }

    @Test func aValueOfTheWrongKindIsToldWithWhatItMustBe() {
        #expect(complaints(aboutOption: "echo: maybe") == ["2: 'echo' must be true or false, but is 'maybe'"])
        #expect(
            complaints(aboutOption: "timeout: soon") == [
                "2: 'timeout' must be a number of seconds above 0, but is 'soon'"
            ])
        #expect(complaints(aboutOption: "timeout: -1").count == 1)
        #expect(complaints(aboutOption: "label: [a]") == ["2: 'label' must be a text, but is 'a list'"])
        #expect(
            complaints(aboutOption: "label: a b") == [
                "2: the label 'a b' cannot be part of a link (use letters, digits, '-', '_' and '.')"
            ])
    }

    @Test func aDuplicateLabelIsToldWithTheFirstOnesLine() {
        let text = "```swift\n//| label: a\n1\n```\n\n```swift\n//| label: a\n2\n```\n"
        #expect(
            complaints(about: text) == [
                "8: the label 'a' is taken by the cell in line 3 (give one of the two another name, or none)"
            ])
    }

    @Test func anOptionGivenTwiceIsTold() {
        let once = "is given twice (leave one of the two out)"
        #expect(
            complaints(aboutOption: "echo: true\n//| label: a\n//| echo: false") == [
                "4: the cell's options are not YAML: 'echo' \(once)"
            ])
        #expect(
            complaints(about: "---\nlang: en\ntitle: T\nauthor: title\n\"title\": U\n---\n") == [
                "5: the front matter is not YAML: 'title' \(once)"
            ])
        #expect(
            complaints(about: "---\nauthors:\n- name: a\n- name: b\n  name: c\n---\n") == [
                "5: the front matter is not YAML: 'name' \(once)"
            ])
    }

    @Test(arguments: [
        ("echo=false", 2, "write 'echo: false'"), ("echo = false ", 2, "write 'echo: false'"),
        ("label: a\n//| echo=false\n//| eval: true", 3, "write 'echo: false'"),
        ("label a", 2, "write 'label: a'"),
        ("label: a\n//|\techo: false", 3, "write blanks in the place of the tab"),
        ("words", 2, "write each in a line of its own, such as '//| echo: false'"),
        ("tags: [a", 2, "write each in a line of its own, such as '//| echo: false'"),
        ("fig-cap: a: b", 2, "a text with a colon or a quote in it needs quotes: fig-cap: \"Loss: the first run\""),
        (
            "label: a\n//| fig-alt: 'a' b", 3,
            "a text with a colon or a quote in it needs quotes: fig-cap: \"Loss: the first run\""
        ), ("fig-cap: \"a: b\"\n//| echo=false", 3, "write 'echo: false'"),
    ])
    func `options that are no YAML are told with what the line should be`(line: String, place: Int, hint: String) {
        let told = complaints(aboutOption: line)
        #expect(told.count == 1)
        #expect(told.first?.hasPrefix("\(place): the cell's options are not YAML: ") == true, "\(told)")
        #expect(told.first?.hasSuffix(" (\(hint))") == true, "\(told)")
    }

    @Test(arguments: [
        ("title T", 2, "write 'title: T'"), ("lang: en\nauthor = Ada", 3, "write 'author: Ada'"),
        ("words", 2, "write each in a line of its own, such as 'title: Waves'"),
        (
            "lang: en\ntitle: \"a\" b", 3,
            "a text with a colon or a quote in it needs quotes: title: \"Loss: the first run\""
        ),
    ])
    func `front matter that is no YAML is told with what the line should be`(yaml: String, place: Int, hint: String) {
        let told = complaints(about: "---\n\(yaml)\n---\n")
        #expect(told.count == 1)
        #expect(told.first?.hasPrefix("\(place): the front matter is not YAML: ") == true, "\(told)")
        #expect(told.first?.hasSuffix(" (\(hint))") == true, "\(told)")
    }

    @Test func bracketsThatNoParserCouldReadInTimeAreTold() {
        let brackets = String(repeating: "[", count: 40)
        #expect(
            complaints(about: "```swift\n1\nx\(brackets)\n```\n") == [
                "3: more than 12 brackets open one after another (give the inner values names of their own)"
            ])
    }

    @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}"])
    func whatEndsALineInYAMLAloneMovesNoLine(separator: String) {
        let text = "```swift\n//| fig-cap: \"a\(separator)\(separator)b\"\n//| eco: false\n1\n```\n"
        #expect(complaints(about: text) == ["3: there is no cell option 'eco' (did you mean 'echo'?)"])
        let frontMatter = "---\ndate: \"a\(separator)\(separator)b\"\ntitle: [x]\n---\n"
        #expect(complaints(about: frontMatter) == ["3: 'title' in the front matter must be a text"])
    }

    @Test func optionsThatAreNoYAMLAreTold() {
        let complaint = complaints(aboutOption: "fig-cap: Loss: the first run").first
        #expect(complaint?.hasPrefix("2: the cell's options are not YAML") == true)
        #expect(complaint?.contains("needs quotes") == true)
    }

    @Test func frontMatterWithoutAnEndIsTold() {
        #expect(
            complaints(about: "---\ntitle: T\n\n# Text\n") == [
                "1: the front matter has no end (end it with a line '---')"
            ])
    }

    @Test func frontMatterThatIsNoYAMLIsToldWithItsLine() {
        #expect(
            complaints(about: "---\ntitle: T\nauthor: [a\n---\n").first?.contains("the front matter is not YAML")
                == true)
        #expect(complaints(about: "---\ntitle: [a, b]\n---\n") == ["2: 'title' in the front matter must be a text"])
    }

    @Test func allProblemsAreToldAtOnce() {
        let text = "```swift\n//| eco: 1\n//| timeout: x\n1\n```\n\n```swift\n//| evil: true\n2\n```\n"
        #expect(complaints(about: text).count == 3)
    }
}
