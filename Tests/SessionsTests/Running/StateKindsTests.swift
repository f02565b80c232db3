import Chapters
import Foundation
import Testing

@testable import Sessions

/// What cells hold beside their memory, and what they write, is in a session that goes back what it is in a fresh one.
@Suite struct StateKindsTests {
    /// Something that a first cell leaves and a second one goes on with.
    struct Kind: CustomTestStringConvertible {
        let testDescription: String
        let first: String
        let second: String
        /// What the second cell prints in a fresh session.
        let expected: String

        init(_ name: String, _ first: String, _ second: String, prints expected: String) {
            testDescription = name
            self.first = "import Foundation\n" + first
            self.second = second
            self.expected = expected
        }
    }

    @Test(arguments: kinds)
    func `a run, an edit and its undoing give what fresh sessions give`(kind: Kind) throws {
        let edited = kind.second + "\nprint(\"edited\")"
        let fresh = try Folder(holding: Self.files)
        let once = try fresh.run([kind.first, kind.second], keepsStates: false)
        #expect(once == ["", kind.expected])
        let watched = try Folder(holding: Self.files)
        for (text, expected) in [(kind.second, ""), (edited, "\nedited"), (kind.second, "")] {
            let given = try watched.run([kind.first, text])
            #expect(given == ["", kind.expected + expected])
        }
    }

    @Test(arguments: kinds)
    func `a failed cell leaves what was there before it`(kind: Kind) throws {
        let folder = try Folder(holding: Self.files)
        let failing = "//| error: true\n" + kind.second + "\nfflush(nil)\nfatalError()"
        let texts = try folder.run([kind.first, failing, kind.second], keepsStates: false)
        #expect(texts == ["", kind.expected, kind.expected])
    }

    @Test func `what is left at the end is what the last run wrote`() throws {
        let folder = try Folder(holding: ["kept.txt": "old"])
        let write = { (text: String) in
            "import Foundation\ntry \"\(text)\".write(toFile: \"kept.txt\", atomically: true, encoding: .utf8)"
        }
        _ = try folder.run(["1", write("first")])
        #expect(folder.text(of: "kept.txt") == "first")
        _ = try folder.run(["1", "2"])
        #expect(folder.text(of: "kept.txt") == "old")
    }

    @Test func `what somebody else has changed since stays, and is told`() throws {
        let folder = try Folder(holding: ["notes.txt": "old"])
        let cells = [
            "import Foundation", "try \"cell\".write(toFile: \"notes.txt\", atomically: false, encoding: .utf8)",
        ]
        _ = try folder.run(cells)
        try folder.write("my own words", to: "notes.txt")
        _ = try folder.run([cells[0], "2"])
        #expect(folder.text(of: "notes.txt") == "my own words")
        #expect(folder.warnings.count == 1)
        #expect(
            folder.warnings.first?.hasSuffix(
                "notes.txt was changed since a cell wrote it; it stays as it is, and the cell that runs again finds it so"
            ) == true)
    }

    @Test func `what is written after a session ended in the middle of a cell stays`() throws {
        let folder = try Folder(holding: ["notes.txt": "old"])
        let write = "try \"cell\".write(toFile: \"notes.txt\", atomically: false, encoding: .utf8)\nraise(SIGKILL)"
        _ = try folder.run(["import Foundation", write], keepsStates: false)
        #expect(folder.text(of: "notes.txt") == "cell")
        usleep(20_000)
        try folder.write("my own words", to: "notes.txt")
        _ = try folder.run(["import Foundation", "2"], keepsStates: false)
        #expect(folder.text(of: "notes.txt") == "my own words")
        #expect(folder.warnings.count == 1)
    }

    @Test func `it is told that files of programs stay as they are`() throws {
        let folder = try Folder(holding: [:])
        let program =
            "let program = try Process.run(URL(fileURLWithPath: \"/bin/sh\"), arguments: [\"-c\", \"echo >>out.txt\"])\nprogram.waitUntilExit()"
        _ = try folder.run(["import Foundation\n\(program)"])
        _ = try folder.run(["import Foundation\n\(program) // again"])
        #expect(
            folder.warnings == [
                "a cell that runs again started programs; the files that these wrote are as they left them"
            ])
    }

    @Test func `it is told which cell keeps the state from being kept`() throws {
        let folder = try Folder(holding: [:])
        let cells = ["import Foundation", "var ends: [Int32] = [0, 0]\npipe(&ends)\n()", "3", "4"]
        _ = try folder.run(cells)
        _ = try folder.run(Array(cells[..<3]) + ["5"])
        #expect(folder.repetitions == ["[2, 3] pipe of 2"])
    }

    /// A folder in which a chapter runs, and its session.
    final class Folder {
        let path: String
        private(set) var warnings: [String] = []
        private(set) var repetitions: [String] = []
        private var session: Session?

        init(holding files: [String: String]) throws {
            path = NSTemporaryDirectory() + "state-kinds-\(UUID().uuidString)"
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            for (name, text) in files { try write(text, to: name) }
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func write(_ text: String, to name: String) throws {
            try text.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
        }

        func text(of name: String) -> String? { try? String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) }

        /// What each cell gives.
        func run(_ cells: [String], keepsStates: Bool = true) throws -> [String] {
            let chapter = try Chapter(
                parsing: cells.map { "```swift\n\($0)\n```\n" }.joined(separator: "\n"), path: "a.md")
            let session = try self.session ?? Session(folder: path)
            self.session = session
            var options = RunOptions()
            options.keepsSnapshots = keepsStates
            options.timeout = 20
            let record = try session.run(chapter, options: options) { notice in
                switch notice {
                case .event(_, .warning(let text)): warnings.append(text)
                case .goingFurtherBack(let cells, let obstacle, let holder):
                    repetitions.append("\(cells.map(\.number)) \(obstacle) of \(holder.number)")
                default: break
                }
            }
            return record.cells.map { cell in
                let text = cell.outputs.map { $0.plainText.trimmingCharacters(in: .newlines) }.joined(separator: "\n")
                let messages = cell.diagnostics.filter { $0.severity == .error }.map(\.message)
                let isExpected = cell.status == .succeeded || cell.failure?.kind == .trap
                return text + (isExpected ? "" : "\(cell.failure?.message ?? "")\(messages)")
            }
        }
    }

    private static let files = ["text.txt": "abcdefghijklmnopqrst", "log.txt": "one\n", "table.csv": "a,b\n1,2\n"]
}
