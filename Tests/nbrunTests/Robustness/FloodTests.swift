import Foundation
import Fuzzing
import Testing

/// However much a cell gives, a run takes bounded memory and time, and says what it left out.
@Suite("6. Gigabytes of printed text, displays without number, a line of 50 MB")
struct FloodTests {
    /// What a chapter's only cell gives: runs it, and tells its record and nbrun's own memory at its highest, in bytes.
    private func run(_ source: String, _ options: String...) throws -> (run: CommandLine.Run, record: String, peak: Int)
    {
        let line = try CommandLine()
        defer { line.remove() }
        try line.write(chapter(source), to: "a.md")
        let words = [CommandLine.program.path, "a.md"] + options
        try line.write("/usr/bin/env time -f '%M' -o peak \(words.joined(separator: " "))", to: "run.sh")
        let run = try line.nbrun("run.sh", program: URL(fileURLWithPath: "/bin/sh"))
        let peak = try line.read("peak").split(separator: "\n").last.flatMap { Int($0) } ?? 0
        return (run, try line.read("output/a.nbrun.json"), peak * 1024)
    }

    @Test func theBeginningAndTheEndOfALongTextAreKept() throws {
        let lines = isTorture ? 160_000_000 : 5_000_000
        let (run, record, peak) = try self.run(
            """
            setvbuf(stdout, nil, _IOFBF, 1 << 16)
            for number in 0..<\(lines) { print("line", number, "of a text that is more than sixty bytes long, this one") }
            """.replacing("setvbuf", with: "import Glibc\nsetvbuf"))
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains(/gave too much to keep: [0-9,]+ bytes of text are left out of its middle/))
        #expect(record.contains("line 0 of") && record.contains("line \(lines - 1) of"))
        #expect(!record.contains("line \(lines / 2) of"))
        #expect(peak > 0 && peak < 600 << 20, "\(peak >> 20) MB")
    }

    @Test func aLineOfFiftyMegabytesIsCut() throws {
        let (run, record, peak) = try self.run("print(String(repeating: \"ab \", count: 17_000_000))")
        #expect(run.status == 0 && run.seconds < 20)
        #expect(run.errors.contains("bytes of text are left out"))
        #expect(record.utf8.count < 40_000_000)
        #expect(peak < 600 << 20, "\(peak >> 20) MB")
    }

    @Test func theFirstAndTheLastOfManyDisplaysAreKept() throws {
        let count = isTorture ? 1_000_000 : 20_000
        let (run, record, peak) = try self.run("for number in 0..<\(count) { display(\"shown \\(number).\") }")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("outputs are left out of its middle"))
        #expect(
            record.contains("shown 0.") && record.contains("shown \(count - 1).") && !record.contains("shown 5000."))
        #expect(peak < 600 << 20, "\(peak >> 20) MB")
    }

    @Test func anOutputThatIsReplacedWithoutEndIsOne() throws {
        let count = isTorture ? 1_000_000 : 20_000
        let (run, record, _) = try self.run(
            "let place = display(0)\nfor number in 1...\(count) { place.update(\"state \\(number)\") }")
        #expect(run.status == 0 && !run.errors.contains("left out"))
        #expect(record.contains("state \(count)") && !record.contains("state \(count - 1)"))
    }

    @Test func aTimeoutIsNoticedInAFlood() throws {
        let (run, _, _) = try self.run("while true { print(\"on and on\") }", "--timeout", "1")
        #expect(run.status == 124)
        #expect(run.seconds < 10)
    }
}
