import Fuzzing
import JSONCoding
import Testing

@testable import Chapters

@Suite("11. Fuzzing: notebooks and files of parameters")
struct NotebookFuzzing {
    /// Notebooks of the repository's chapters, in short.
    private static let corpus: [[UInt8]] = RepositoryNotebooks.pieces.compactMap { piece in
        let chapter = try? Chapter(parsing: String(decoding: piece, as: UTF8.self), path: "a.md")
        return chapter.map { Array(Notebook(of: $0).text.utf8) }
    }

    @Test func `whatever is in a notebook, it is refused in words or becomes a chapter with its cells`() {
        let fuzzing = Fuzzing("notebooks", inputs: 800, Mutator(corpus: Self.corpus, words: FormatWords.notebook))
        #expect(fuzzing.findings(Self.complaint) == [])
    }

    private static func complaint(about input: [UInt8]) -> String? {
        do throws(NotebookProblem) {
            let notebook = try Notebook(reading: input)
            let again = try Notebook(reading: Array(notebook.text.utf8))
            if again.cells.map(\.source) != notebook.cells.map(\.source) { return "it does not come back" }
            let text = try NotebookConversion(notebook, imageFolder: "a_files").text
            var parser = ChapterParser(text)
            let code = notebook.cells.filter { $0.kind == .code }.map(\.source)
            return parser.cells().map(\.content) == code ? nil : "the chapter has other cells"
        } catch {
            return error.message.isEmpty ? "it is refused without a word" : nil
        }
    }

    @Test func `whatever is in a file of parameters, it is told or gives pairs`() {
        let seeds = ["epochs: 3\nrate: 0.1\nname: \"x\"\n", "a: [1]\n", "---\nx: 1\n", "{a: 1, b: true}\n"]
        let fuzzing = Fuzzing(
            "parameters", inputs: 400, Mutator(corpus: seeds.map { Array($0.utf8) }, words: FormatWords.options))
        let findings = fuzzing.findings { input in
            let text = String(decoding: input, as: UTF8.self)
            guard case .failure(let failure) = YAMLParameters.parse(text) else { return nil }
            let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
            return (1...lines + 1).contains(failure.line) ? nil : "it is told of line \(failure.line) of \(lines)"
        }
        #expect(findings == [])
    }
}
