import Chapters
import Fuzzing
import Testing

@testable import Sessions

@Suite("11. Fuzzing: what the compiler and the session's process say")
struct MessageFuzzing {
    @Test func `whatever the compiler says, the places are lines of the chapter`() throws {
        let chapter = try Chapter(parsing: "text\n\n> ```swift\n> let x = 1\n> y\n> ```\n", path: "a.md")
        let place = CellPlace(
            cell: chapter.cells[0], chapter: chapter, source: EditedSource(chapter.cells[0].source, edits: []),
            firstLine: 1)
        let seeds = [
            "/x/main.swift:2:1: error: cannot find 'y' in scope [#Group]\ny\n^~~\n<unknown>:0: error: x\n",
            "/x/main.swift:1:5: warning: w\nlet x = 1\n    ^\n/x/main.swift:1:5: note: declared here\n",
        ]
        let words = [
            ":", "error: ", "warning: ", "note: ", "99999999999999999999", "-1", "0", "main.swift", "^", "~", "\n", "'",
            "Cell_0123456789abcdef0123456789abcdef.",
        ]
        let fuzzing = Fuzzing(
            "compiler messages", inputs: 500, Mutator(corpus: seeds.map { Array($0.utf8) }, words: words))
        let findings = fuzzing.findings { input in
            let messages = CompilerMessage.parse(String(decoding: input, as: UTF8.self))
            let reader = DiagnosticReader(place: place)
            _ = reader.complaints(from: messages)
            let all = reader.diagnostics(from: messages).flatMap { [$0] + $0.notes }
            let lines = all.compactMap(\.location?.line)
            return lines.allSatisfy { (1...chapter.lines.count).contains($0) } ? nil : "lines \(lines)"
        }
        #expect(findings == [])
    }

    @Test func `whatever the session's process writes is a message or none`() {
        let seeds = [
            "ready 12", "dropped 12", "overflowed", "started 12 7f00", "finished", "unloadable x", "frames 1 2 ff",
            "computing dense, forward by x",
            "ended 12 139 1",
        ]
        let words = ["ready ", "dropped ", "started ", "ended ", "-1", "0", " ", "ffffffffffffffffff", "frames"]
        let fuzzing = Fuzzing(
            "control lines", inputs: 300, Mutator(corpus: seeds.map { Array($0.utf8) }, words: words))
        let findings = fuzzing.findings { input in
            switch HostMessage(String(decoding: input, as: UTF8.self)) {
            case .ready(let process), .dropped(let process), .started(let process, _), .ended(let process, _):
                return process > 0 ? nil : "a signal to \(process) would reach other processes"
            default: return nil
            }
        }
        #expect(findings == [])
    }
}
