import Foundation
import Testing

/// `--explain`: what was compiled, and why, line by line.
@Suite(.serialized) struct ExplainTests {
    private var line: CommandLine

    init() throws {
        line = try CommandLine()
        line.cache = "\(line.folder.path)/cache"
    }

    private func write(data: String) throws {
        try line.write(
            chapter(
                "//| label: parameters\n//| tags: [parameters]\nlet factor = 3", "//| label: data\n\(data)",
                "print(numbers.map { $0 * factor })"), to: "a.md")
    }

    /// The table of a run.
    private func explanation(_ arguments: String...) throws -> String {
        let run = try line.nbrun(arguments: ["a.md", "--explain"] + arguments)
        #expect(run.status == 0, "\(run.errors)")
        let heading = try #require(run.errors.range(of: "What was compiled, and why:\n"))
        return String(run.errors[heading.upperBound...])
    }

    @Test func editsParametersAndCachesAreToldApart() throws {
        defer { line.remove() }
        try write(data: "let numbers = [1, 2]")
        let first = """
              [1/3] parameters  compiled  first run
              [2/3] data        compiled  first run
              [3/3] cell-3      compiled  first run

            """
        #expect(try explanation() == first)
        let same = """
              [1/3] parameters  reused    from the cache
              [2/3] data        reused    from the cache
              [3/3] cell-3      reused    from the cache

            """
        #expect(try explanation() == same)
        try write(data: "let numbers = [1, 2, 3]")
        let edited = """
              [1/3] parameters  reused    from the cache
              [2/3] data        compiled  its text changed
              [3/3] cell-3      compiled  cell 2 (data) changed

            """
        #expect(try explanation() == edited)
        let set = """
              [1/3] parameters  compiled  parameter factor changed
              [2/3] data        compiled  cell 1 (parameters) changed
              [3/3] cell-3      compiled  cell 1 (parameters) changed

            """
        #expect(try explanation("-p", "factor=4") == set)
        let reset = """
              [1/3] parameters  reused    from the cache, though parameter factor changed
              [2/3] data        reused    from the cache, though cell 1 (parameters) changed
              [3/3] cell-3      reused    from the cache, though cell 1 (parameters) changed

            """
        #expect(try explanation() == reset)
        #expect(try line.nbrun("cache", "clear").status == 0)
        let compiled = { (cause: String) in same.replacing("reused    from the cache", with: "compiled  \(cause)") }
        #expect(try explanation() == compiled("the cache does not have it"))
        #expect(try explanation("--fresh") == compiled("--fresh trusts no cache"))
    }

    @Test func aRecordOfAnotherChapterExplainsNothing() throws {
        defer { line.remove() }
        try line.write(chapter("1"), to: "b.md")
        #expect(try line.nbrun("b.md", "-o", "output/a.html").status == 0)
        try line.write(chapter("2"), to: "a.md")
        #expect(try explanation() == "  [1/1] cell-1  compiled  first run\n")
    }

    @Test func aFitIsRestoredOrTrained() throws {
        defer { line.remove() }
        let training = """
            let model = Sequential { Dense(units: 1, inputShape: [2]) }
            model.compile(optimizer: .adam, loss: .meanSquaredError)
            model.fit(Tensor(randomUniform: [16, 2]), Tensor(randomUniform: [16, 1]), epochs: epochs)
            """
        try line.write(chapter("//| tags: [parameters]\nlet epochs = 2", training), to: "a.md")
        func fit(_ table: String) -> Substring? { table.split(separator: "\n").last }
        let indentation = String(repeating: " ", count: 26)
        #expect(
            try fit(explanation()) == "\(indentation)fit of 'sequential': trained 2 epochs, no kept training served")
        #expect(try fit(explanation()) == "\(indentation)fit of 'sequential': restored 2 epochs")
        #expect(
            try fit(explanation("-p", "epochs=3")) == "\(indentation)fit of 'sequential': restored 2 epochs, trained 1")
    }

    @Test func quietExplainsNothing() throws {
        defer { line.remove() }
        try line.write(chapter("1"), to: "a.md")
        #expect(try line.nbrun("a.md", "--explain", "--quiet").errors == "")
    }
}
