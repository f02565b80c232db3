import Foundation
import Testing

@testable import Chapters

/// The examples of the CommonMark specification, from the Debian package `golang-github-yuin-goldmark-dev`.
@Suite("CommonMark")
struct CommonMarkTests {
    private struct Example: Decodable {
        let example: Int
        let markdown: String
        let html: String
    }

    private static let file = "/usr/share/gocode/src/github.com/yuin/goldmark/_test/spec.json"

    @Test("every example of the specification gives the specification's HTML")
    func specification() throws {
        let data = try #require(
            FileManager.default.contents(atPath: Self.file),
            "the examples are missing: apt-get install golang-github-yuin-goldmark-dev")
        let examples = try JSONDecoder().decode([Example].self, from: data)
        #expect(examples.count > 600)
        for example in examples {
            // A blank line in front, since a chapter's first line `---` begins its front matter.
            // Links to other chapters would lead to their reports.
            let chapter = try Chapter(parsing: "\n" + example.markdown, path: "example.md", replaceLink: \.address)
            let html = chapter.blocks.map { block in
                if case .prose(let prose) = block { prose.html } else { "" }
            }.joined()
            let withoutAnchors = html.replacing(/<(h[1-6]) id="[^"]*">/) { "<\($0.output.1)>" }
            #expect(withoutAnchors == example.html, "example \(example.example)")
        }
    }
}
