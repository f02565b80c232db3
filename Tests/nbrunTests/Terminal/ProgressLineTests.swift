import Chapters
import Display
import Testing

@testable import nbrun

struct ProgressLineTests {
    private let progress = TrainingProgress(
        epoch: 3, epochs: 25, step: 703, steps: 1407,
        metrics: [Metric(name: "loss", value: 0.3121), Metric(name: "accuracy", value: 0.8862)], secondsLeft: 80)

    private func title(_ label: String = "train-small") throws -> CellTitle {
        let cells = String(repeating: "```swift\n1\n```\n\n", count: 8)
        let text =
            cells + "```swift\n//| label: \(label)\n1\n```\n\n" + String(repeating: "```swift\n1\n```\n\n", count: 5)
        let chapter = try Chapter(parsing: text, path: "notebooks/ch6.md")
        return CellTitle(of: chapter.cells[8], in: chapter)
    }

    @Test(arguments: [
        (
            200,
            "[9/14] ch6.md:35 train-small  3/25 ━━━━━━━━━━━─────────────  703/1407  loss: 0.3121 - accuracy: 0.8862  1 min 20 s left"
        ),
        (
            104,
            "[9/14] ch6.md:35 train-small  3/25 ━━━━─────  703/1407  loss: 0.3121 - accuracy: 0.8862  1 min 20 s left"
        ),
        (
            100,
            "[9/14] train-small  3/25 ━━━━━━━────────  703/1407  loss: 0.3121 - accuracy: 0.8862  1 min 20 s left"
        ),
        (
            77,
            "[9/14] train-small  3/25 ━━━━━──────  703/1407  loss: 0.3121  1 min 20 s left"
        ),
        (
            66,
            "[9/14] train-small  3/25 ━━━━──────  loss: 0.3121  1 min 20 s left"
        ),
        (
            57,
            "[9/14] train-small  3/25 ━━━━━━━────────  1 min 20 s left"
        ),
        (
            40,
            "[9/14]  3/25 ━━━━──────  1 min 20 s left"
        ),
        (
            34,
            "[9/14]  3/25 ━───  1 min 20 s left"
        ),
        (
            33,
            "[9/14]  3/25 ━━━━━━━━━───────────"
        ),
        (
            17,
            "[9/14]  3/25 ━───"
        ),
        (
            8,
            "[9/14] …"
        ),
    ])
    func `the line says less where there is less room, the place and the time left to the last`(
        width: Int, expected: String
    ) throws {
        #expect(ProgressLine.text(progress, title: try title(), width: width) == expected)
    }

    @Test(arguments: ["train-small", "학습-작은-모형", "a-label-that-is-much-longer-than-others-in-a-chapter"])
    func `it fits into every terminal, and nothing in it is cut`(label: String) throws {
        let title = try title(label)
        for width in 20...200 {
            let line = ProgressLine.text(progress, title: title, width: width)
            #expect(line.columns <= width, "\(width): \(line)")
            #expect(line.contains("  3/25 ━"), "\(width): \(line)")
            for part in ["1 min 20 s left", "703/1407", "loss: 0.3121", "accuracy: 0.8862"] {
                let isCut = line.contains(part.prefix(5)) && !line.contains(part)
                #expect(!isCut, "\(width): \(line)")
            }
            #expect(width < 40 || line.hasSuffix("1 min 20 s left"), "\(width): \(line)")
        }
    }

    @Test func `a training without metrics and without steps has a bar`() throws {
        let empty = TrainingProgress(epoch: 1, epochs: 1, step: 0, steps: 0, metrics: [], secondsLeft: 0.5)
        #expect(
            ProgressLine.text(empty, title: try title(), width: 60)
                == "[9/14] ch6.md:35 train-small  1/1 ────────  0/0  0.50 s left")
    }

    @Test(arguments: [(40, "[9/14] ch6.md:35 train-small"), (26, "[9/14] train-small"), (12, "[9/14]"), (9, "[9/1…")])
    func `a cell that runs is called by what fits`(width: Int, expected: String) throws {
        #expect(try title().fitting(width, beside: 4) == expected)
    }
}
