import Chapters
import Testing

@testable import Sessions

/// Two states of a chapter are told apart cell by cell.
@Suite struct ChapterChangesTests {
    private struct Files: ChapterFolder {
        var texts: [String: String] = [:]

        func text(of name: String) throws(FileFault) -> String { texts[name] ?? "" }
        func fingerprint(of name: String) throws(FileFault) -> String { texts[name] ?? "" }
    }

    private func fingerprint(
        _ text: String, files: [String: String] = [:], images: [String: String] = [:]
    ) throws -> ChapterFingerprint {
        ChapterFingerprint(
            of: try Chapter(parsing: text, path: "a.md", in: Files(texts: files)), images: images)
    }

    private func changes(
        from old: String, to new: String, files: [(String, old: String, new: String)] = []
    ) throws -> [String] {
        let earlier = try fingerprint(old, files: Dictionary(uniqueKeysWithValues: files.map { ($0.0, $0.old) }))
        let now = try fingerprint(new, files: Dictionary(uniqueKeysWithValues: files.map { ($0.0, $0.new) }))
        return now.changes(since: earlier).map { $0.description(in: "a.md") }
    }

    private let text = """
        # A title

        ```swift
        let a = 1
        ```

        Words.

        ```swift
        //| label: sum
        a + 1
        ```

        """

    @Test func theSameTextHasNotChangedHoweverItsLinesEnd() throws {
        #expect(try changes(from: text, to: text) == [])
        #expect(try changes(from: text, to: text.replacing("\n", with: "\r\n")) == [])
    }

    @Test func everyChangeIsNamedWithItsCellAndLine() throws {
        #expect(
            try changes(from: text, to: text.replacing("a + 1", with: "a + 2"))
                == ["a.md:11: cell 2 (sum): its text has changed"])
        #expect(
            try changes(from: text, to: text.replacing("//| label: sum\n", with: "//| label: sum\n//| echo: false\n"))
                == ["a.md:12: cell 2 (sum): its options have changed"])
        #expect(try changes(from: text, to: text.replacing("Words", with: "Word")) == ["a.md: the prose has changed"])
        #expect(
            try changes(from: text, to: text.replacing("title\n", with: "title\n\n")) == ["a.md: its text has changed"])
    }

    @Test func cellsThatAreNewOrGoneOrMovedAreToldFromThoseThatChanged() throws {
        let more = text + "\n```swift\na + 3\n```\n"
        #expect(try changes(from: text, to: more) == ["a.md:15: cell 3 is new"])
        #expect(try changes(from: more, to: text) == ["a.md: cell 3 was removed"])
        let cells = ["let a = 1", "let b = 2", "let c = 3"].map { "```swift\n\($0)\n```\n" }
        let moved = try changes(from: cells.joined(), to: [cells[1], cells[2], cells[0]].joined())
        #expect(moved == ["a.md:8: cell 3 was cell 1"])
    }

    @Test func aFileOfACellCountsAsAPartOfIt() throws {
        let text = "```swift\n//| include: h.swift\n//| depends: d.csv\n1\n```\n"
        #expect(
            try changes(from: text, to: text, files: [("h.swift", old: "let x = 1", new: "let x = 2")])
                == ["a.md:4: cell 1: h.swift has changed"])
        #expect(
            try changes(from: text, to: text, files: [("d.csv", old: "1", new: "2")])
                == ["a.md:4: cell 1: d.csv has changed"])
    }

    @Test func anImageCountsAsAPartOfTheProse() throws {
        let (old, new) = (
            try fingerprint(text, images: ["x.png": "1", "y.png": "2"]),
            try fingerprint(text, images: ["x.png": "1", "y.png": "3"])
        )
        #expect(new.changes(since: old) == [.image(address: "y.png")])
    }
}
