import Display
import Testing

@testable import nbrun

struct WrappedTextTests {
    private static let metrics = ["loss: 0.1300", "accuracy: 0.9519", "val_loss: 0.5309", "val_accuracy: 0.8993"]

    @Test func `epochs are broken between metrics, below each other`() {
        let lines = { WrappedText.lines("    Epoch 25/25 - ", Self.metrics, separator: " - ", width: $0) }
        #expect(lines(nil) == ["    Epoch 25/25 - " + Self.metrics.joined(separator: " - ")])
        #expect(
            lines(80) == [
                "    Epoch 25/25 - loss: 0.1300 - accuracy: 0.9519 - val_loss: 0.5309",
                "                  val_accuracy: 0.8993",
            ])
        #expect(
            lines(30) == [
                "    Epoch 25/25 - loss: 0.1300", "          accuracy: 0.9519", "          val_loss: 0.5309",
                "          val_accuracy: 0.8993",
            ])
        #expect(
            lines(20) == [
                "    Epoch 25/25", "loss: 0.1300", "accuracy: 0.9519", "val_loss: 0.5309", "val_accuracy: 0.8993",
            ])
    }

    @Test func `every line fits where its pieces do, and nothing is lost`() {
        for width in 20...200 {
            let lines = WrappedText.lines("    Epoch 25/25 - ", Self.metrics, separator: " - ", width: width)
            #expect(lines.allSatisfy { $0.columns <= width })
            for metric in Self.metrics { #expect(lines.contains { $0.contains(metric) }) }
        }
    }

    @Test func `words are broken at blanks, wide characters count twice`() {
        #expect(WrappedText.lines(ofWords: "one two  three", width: 12) == ["    one two ", "    three"])
        #expect(WrappedText.lines(ofWords: "하나 둘 셋", width: 12) == ["    하나 둘", "    셋"])
        #expect(WrappedText.lines(ofWords: "one two  three", width: nil) == ["    one two  three"])
        #expect(WrappedText.lines(ofWords: "", width: 12) == ["    "])
    }

    @Test(arguments: [
        ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("한국어", 5, "한국…"), ("한국어", 4, "한…"), ("ab", 1, "…"), ("ab", 0, ""),
    ])
    func `a text is shortened to columns`(text: String, width: Int, expected: String) {
        #expect(text.shortened(to: width) == expected)
        #expect(text.shortened(to: width).columns <= width)
    }

    @Test func `a profile drops the columns that can be spared`() {
        let names = ["layer", "pass", "algorithm", "ms", "GFLOP/s", "% of peak", TableOutput.shareOfStep]
        let table = TableOutput(
            columns: names.map { .init(name: $0) },
            rows: [["conv2d", "forward", "brgconv:avx512_core_amx_bf16", "1.234", "900", "80", "60.0"]])
        let heads = [nil, 100, 80, 50, 20].map { ProfileLines.lines(table, width: $0)[0].split(separator: #/ {2,}/#) }
        #expect(heads[0].map(String.init) == names)
        #expect(heads[1].map(String.init) == names)
        #expect(heads[2].map(String.init) == names.filter { $0 != "algorithm" })
        #expect(heads[3].map(String.init) == ["layer", "pass", "ms", "% of peak", "% of step"])
        #expect(heads[4].map(String.init) == ["layer", "ms", "% of peak", "% of step"])
    }

    @Test func `why a row of a profile is above the peak is said at every width`() {
        let names = ["layer", "algorithm", TableOutput.shareOfStep]
        let table = TableOutput(
            columns: names.map { .init(name: $0) },
            rows: [["conv2d", "winograd_4x3, \(TableOutput.fewerOperations)", "60.0"]])
        for width in [nil, 200, 60, 40, 20] {
            let text = ProfileLines.lines(table, width: width).joined(separator: " ").split(separator: " ")
            #expect(text.joined(separator: " ").contains(TableOutput.fewerOperations), "\(width ?? 0)")
        }
        #expect(
            ProfileLines.lines(table, width: 65).last
                == "    above 100 %: the algorithm does fewer operations than counted")
    }
}
