import Chapters
import Testing

@testable import Sessions

/// What a chapter gives does not depend on the process that it runs in.
@Suite struct RepeatableTests {
    @Test(arguments: [
        "print([\"a\": 1, \"b\": 2, \"c\": 3, \"d\": 4])",
        "print(Set(\"the quick brown fox jumps over the lazy dog\".split(separator: \" \")))",
        "print(\"x\".hashValue, 7.hashValue)",
        "import Foundation\nprint(Set((0..<9).map { URL(string: \"http://example.org/\\($0)\")! }))",
        "import Foundation\nprint(NSSet(array: [\"q\", \"w\", \"e\", \"r\", \"t\", \"y\"]).allObjects)",
        "import Foundation\nprint(String(decoding: try JSONEncoder().encode([\"x\": 1, \"y\": 2, \"z\": 3, \"u\": 4]), as: UTF8.self))",
        """
        final class Key: Hashable {
            let number: Int
            init(_ number: Int) { self.number = number }
            static func == (left: Key, right: Key) -> Bool { left === right }
            func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
        }
        let keys = (0..<9).map(Key.init)
        print(Set(keys).map(\\.number))
        """,
        """
        let words = Array(Set("one two three four five six seven eight nine ten".split(separator: " ")))
        let inputs = Tensor(words.map { [Float($0.count), Float($0.utf8.first!)] })
        setRandomSeed(1)
        let model = Sequential { Dense(units: 3, inputShape: [2]) }
        model.compile(optimizer: .sgd, loss: .meanSquaredError)
        model.fit(inputs, Tensor(zeros: [10, 3]), epochs: 2, batchSize: 2)
        """,
    ])
    func `two processes give the same, and so does a cell that runs again`(source: String) throws {
        let first = try RunningChapter(cells: [source])
        #expect(first.statuses == [.succeeded], "\(first.frames(ofCell: 1))")
        let second = try RunningChapter(cells: [source])
        #expect(first.record.cells[0].outputs == second.record.cells[0].outputs)
        #expect(!first.texts[0].isEmpty)
    }

    @Test func `programs that a cell starts are left as they are`() throws {
        let run = try RunningChapter(cells: [
            "import Foundation\nprint(ProcessInfo.processInfo.environment[\"SWIFT_DETERMINISTIC_HASHING\"] ?? \"unset\")"
        ])
        #expect(run.texts == ["unset"])
    }
}
