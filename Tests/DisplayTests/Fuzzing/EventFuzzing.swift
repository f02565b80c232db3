import Fuzzing
import Testing

@testable import Display

@Suite("11. Fuzzing: the events of a cell")
struct EventFuzzing {
    private static let events: [Event] = [
        .display(identifier: 1, .stream(.output, "text\n")), .display(identifier: 2, .html("<b>x</b>")),
        .update(identifier: 3, .figure(FigureOutput(svg: "<svg/>", alternativeText: "a", title: "t", data: nil))),
        .display(
            identifier: 4,
            .table(TableOutput(columns: [.init(name: "n", isNumeric: true)], rows: [["1"], ["2"]]))),
        .display(
            identifier: 5,
            .training(
                TrainingLog(
                    modelName: "m", plannedEpochs: 2, stepsPerEpoch: 3,
                    epochs: [.init(number: 1, metrics: [Metric(name: "loss", value: 0.5)], remarks: ["r"])]))),
        .progress(
            TrainingProgress(
                epoch: 1, epochs: 2, step: 3, steps: 4, metrics: [Metric(name: "a", value: 1)], secondsLeft: 5)),
        .stop(.thrown(type: "E", description: "d")), .stop(.misuse("m")), .warning("w"),
        .restored(.evaluation(RestoredEvaluation(model: "m", samples: 10, time: 0))),
    ]

    @Test func `bytes are an event or none, and what is one is written as it was read`() {
        let fuzzing = Fuzzing("events", inputs: 1000, Mutator(corpus: Self.events.map(\.encoded)))
        let findings = fuzzing.findings { input in
            guard let event = Event(decoding: input) else { return nil }
            let bytes = event.encoded
            return Event(decoding: bytes)?.encoded == bytes ? nil : "it does not come back"
        }
        #expect(findings == [])
    }

    @Test func `a count that is not there asks for no memory`() {
        let count = (0..<8).map { _ in UInt8(0x7F) }
        for kind: UInt8 in 0...7 {
            #expect(Event(decoding: [0] + [UInt8](repeating: 0, count: 8) + [kind] + count + count) == nil)
        }
    }
}
