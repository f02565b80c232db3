import Testing

@testable import Chapters

/// The files that a cell includes or depends on, read from a folder in memory.
@Suite struct CellFileTests {
    private struct Folder: ChapterFolder {
        let files: [String: Result<String, FileFault>]

        func text(of name: String) throws(FileFault) -> String {
            guard let file = files[name] else { throw .missing(nearest: nil) }
            return try file.get()
        }

        func fingerprint(of name: String) throws(FileFault) -> String {
            "fingerprint of \(try text(of: name))"
        }
    }

    private let folder = Folder(files: [
        "a.swift": .success("let a = 1\r\n\n"), "lib/b.swift": .success("let b = 2"), "data.csv": .success("1,2"),
        "close.swift": .failure(.missing(nearest: "clone.swift")), "lib": .failure(.isFolder),
        "../out.swift": .failure(.outside), "image.png": .failure(.notText),
        "secret.csv": .failure(.unreadable(problem: "Permission denied")),
    ])

    private func cell(_ option: String) throws -> Cell {
        let chapter = try Chapter(parsing: "```swift\n//| \(option)\n1\n```\n", path: "notebooks/ch.md", in: folder)
        return try #require(chapter.cells.first)
    }

    private func complaint(about option: String) -> String? {
        do throws(ChapterError) {
            _ = try Chapter(parsing: "Prose.\n\n```swift\n//| \(option)\n1\n```\n", path: "a.md", in: folder)
            return nil
        } catch {
            return DiagnosticFrame(error.diagnostics[0], chapter: error.chapter).text
        }
    }

    @Test func anIncludedFileIsPartOfTheCellWithItsPathAndLines() throws {
        let cell = try cell("include: a.swift")
        #expect(cell.options.include == ["a.swift"])
        #expect(cell.included.map(\.path) == ["notebooks/a.swift"])
        #expect(cell.included.map(\.lines) == [["let a = 1"]])
        #expect(cell.source == "1")
    }

    @Test func aListOfFilesIsReadInItsOrder() throws {
        #expect(try cell("include: [lib/b.swift, a.swift]").included.map(\.text) == ["let b = 2", "let a = 1"])
        #expect(
            try cell("depends: [data.csv, a.swift]").data.map(\.path) == ["notebooks/data.csv", "notebooks/a.swift"])
    }

    @Test func anEmptyFileHasOneLine() {
        #expect(IncludedFile(path: "a.swift", text: "").lines == [""])
        #expect(IncludedFile(path: "a.swift", text: "\n \n").lines == [""])
    }

    @Test func aDataFileIsKnownByItsFingerprint() throws {
        let expected = DataFile(path: "notebooks/data.csv", fingerprint: "fingerprint of 1,2")
        #expect(try cell("depends: data.csv").data == [expected])
    }

    @Test func aChapterKnowsTheNamesOfItsFilesEachOnce() throws {
        let chapter = try Chapter(
            parsing:
                "```swift\n//| include: a.swift\n//| depends: data.csv\n1\n```\n\n```swift\n//| include: a.swift\n2\n```\n",
            path: "a.md", in: folder)
        #expect(chapter.fileNames == ["a.swift", "data.csv"])
    }

    @Test(arguments: [
        (
            "include: other.swift", "there is no file 'other.swift' in the chapter's folder",
            "name it by its path from that folder"
        ),
        (
            "include: close.swift", "there is no file 'close.swift' in the chapter's folder",
            "did you mean 'clone.swift'?"
        ),
        ("depends: lib", "'lib' is a folder, not a file", "name the files in it: depends: [one, another]"),
        (
            "include: ../out.swift", "'../out.swift' lies outside of the chapter's folder",
            "put the file into that folder, or one below it"
        ),
        ("include: image.png", "'image.png' is not UTF-8 text", "save it as UTF-8"),
    ])
    func aFileThatCannotBeHadIsToldInTheOptionsLine(option: String, message: String, hint: String) {
        #expect(
            complaint(about: option) == """
                error: \(message)
                 --> a.md:4
                  |
                4 | //| \(option)
                  = \(hint)
                """)
    }

    @Test func aFileThatTheSystemRefusesIsToldWithItsWords() {
        let first = complaint(about: "depends: secret.csv")?.split(separator: "\n").first
        #expect(first == "error: 'secret.csv' cannot be read: Permission denied")
    }

    @Test(arguments: ["false", "''", "{a: b}"])
    func aValueThatIsNoFileIsTold(value: String) {
        let found = ["false": "false", "''": "", "{a: b}": "a mapping"][value] ?? ""
        let first = complaint(about: "include: \(value)")?.split(separator: "\n").first
        #expect(
            first == "error: 'include' must be a file beside the chapter, or a list of files, but is '\(found)'")
    }

    @Test func aPlaceInAnIncludedFileIsShownWithTheFilesOwnLine() throws {
        let text = "```swift\n//| include: lib/b.swift\n1\n```\n"
        let chapter = try Chapter(parsing: text, path: "notebooks/ch.md", in: folder)
        let location = SourceLocation(file: "notebooks/lib/b.swift", line: 1, column: 5)
        let frame = DiagnosticFrame(Diagnostic(severity: .error, message: "no", location: location), chapter: chapter)
        #expect(
            frame.text == """
                error: no
                 --> notebooks/lib/b.swift:1:5
                  |
                1 | let b = 2
                  |     ^
                """)
        #expect(frame.lines.flatMap(\.spans).contains { $0.role == .place(line: nil) })
    }
}
