import Foundation
import Testing

/// What is shown at the terminal while cells run, and what of it the report says.
struct FollowedOutputTests {
    @Test func `what cells print can be followed`() throws {
        let line = try CommandLine()
        defer { line.remove() }
        let printing = #"print("one\n\u{1B}[31mtwo")\#nprint("three", terminator: "")"#
        try line.write(chapter(printing, "print(4)\n5"), to: "a.md")
        let shown = try line.nbrun("a.md", "--show-output")
        let lines = shown.errors.split(separator: "\n").map { $0.replacing(#/ \d.\d\d s$/#, with: "") }
        #expect(
            lines == [
                "    │ one", "    │ two", "    │ three", "✓ [1/2] a.md:2 cell-1", "    │ 4", "✓ [2/2] a.md:7 cell-2",
            ])
        let report = try line.read("output/a.html")
        #expect(try !line.nbrun("a.md").errors.contains("│"))
        #expect(try line.read("output/a.html") == report)
        #expect(try line.nbrun("a.md", "--show-output", "--quiet").errors == "")
    }

    private static let model = """
        let model = Sequential { Dense(units: 4, inputShape: [3]) }
        model.compile(loss: .meanSquaredError)
        let (x, y) = (Tensor(zeros: [64, 3]), Tensor(zeros: [64, 4]))
        """

    @Test func `a fit as the last expression is shown once, its history in a later cell`() throws {
        let line = try CommandLine()
        defer { line.remove() }
        try line.write(
            chapter(
                Self.model, "model.fit(x, y)", "let history = model.fit(x, y, epochs: 2)\nhistory", "history",
                "model.fit(x, y, verbose: 0)", "print(history)\nmodel.fit(x, y, epochs: 3)"), to: "a.md")
        #expect(try line.nbrun("a.md", "--fresh").status == 0)
        let cells = try line.read("output/a.html").split(separator: "<div class=\"cell ").dropFirst()
        let tables = cells.map { $0.matches(of: /<div class="training">/).count }
        let histories = cells.map { $0.matches(of: /History of \d epochs?; epoch \d: loss: 0.0000/).count }
        #expect(tables == [0, 1, 1, 0, 0, 1])
        #expect(histories == [0, 0, 0, 1, 1, 1])
    }

    /// In a real terminal.
    @Test func `Ctrl-C says how many epochs of a training are kept`() throws {
        var line = try CommandLine()
        defer { line.remove() }
        line.cache = line.folder.appendingPathComponent("cache").path
        let fit = "model.fit(Tensor(zeros: [20_000, 3]), Tensor(zeros: [20_000, 4]), epochs: 100_000)"
        let name = "kept-epochs.md"
        try line.write(chapter(Self.model, fit), to: name)
        try line.write(
            """
            stty cols 80
            (until ls cache/nbrun/trainings/*.reached > /dev/null 2>&1; do sleep 0.1; done; sleep 1
            pkill -INT -fx '\(CommandLine.program.path) \(name)') &
            \(CommandLine.program.path) \(name)
            echo "status $?"
            """, to: "run.sh")
        let terminal = try line.nbrun(
            "-qec", "bash run.sh", "typescript", program: URL(fileURLWithPath: "/usr/bin/script"))
        let kept = #/ \d[\d,]* epochs are kept; run it again to go on/#
        #expect(terminal.output.contains(kept), "\(terminal.output.suffix(3000))")
        #expect(terminal.output.contains(/\Rstatus 130/))
        let lines = terminal.output.split(whereSeparator: { $0 == "\r" || $0.isNewline })
        let plain = lines.map { $0.replacing(/\u{1B}\[[0-9;]*[mK]/, with: "") }
        #expect(plain.contains { $0.hasPrefix("[2/2]") && $0.contains("━") && $0.hasSuffix(" left") })
        #expect(plain.allSatisfy { $0.count <= 80 })
    }
}
