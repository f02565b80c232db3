import Testing

@testable import Display

@Suite struct EventCodingTests {
    private static let events: [Event] = [
        .display(identifier: 1, .stream(.error, "text 가 \u{0}")),
        .display(identifier: 2, .html("<b>")),
        .update(
            identifier: .max,
            .figure(
                FigureOutput(
                    svg: "<svg/>", alternativeText: "a", title: "t",
                    data: TableOutput(columns: [.init(name: "x", isNumeric: true)], rows: [["1"]])))),
        .display(
            identifier: 3,
            .modelSummary(
                ModelSummary(
                    modelName: "m",
                    rows: [.init(name: "a", kind: "A", outputShape: [nil, 3], parameterCount: 9, connections: ["b"])],
                    trainableCount: 9, nonTrainableCount: 0))),
        .display(
            identifier: 4,
            .training(
                TrainingLog(
                    modelName: "m", plannedEpochs: 2, stepsPerEpoch: 3,
                    epochs: [.init(number: 1, metrics: [Metric(name: "loss", value: -.infinity)], remarks: ["r"])]))),
        .display(identifier: 5, .metrics([Metric(name: "loss", value: 0.1)])),
        .progress(TrainingProgress(epoch: 1, epochs: 2, step: 3, steps: 4, metrics: [], secondsLeft: 0.5)),
        .progress(
            TrainingProgress(epoch: 1, epochs: 2, step: 3, steps: 4, metrics: [], secondsLeft: 0.5, keptEpochs: 1)),
        .restored(.training(RestoredTraining(model: "m", epochs: 10, remaining: 15, time: 1_795_594_320))),
        .restored(.evaluation(RestoredEvaluation(model: "m", samples: 10_000, time: 1_795_594_320))), .warning("w"),
        .stop(.misuse("m")), .stop(.thrown(type: "T", description: "d")),
    ]

    @Test(arguments: events) func anEventComesBackAsItWas(event: Event) {
        #expect(Event(decoding: event.encoded) == event)
    }

    @Test(arguments: events) func noBeginningOfAnEventIsAnEvent(event: Event) {
        for count in event.encoded.indices { #expect(Event(decoding: Array(event.encoded.prefix(count))) == nil) }
        #expect(Event(decoding: event.encoded + [0]) == nil)
    }

    @Test func damagedBytesAreNeverTrusted() {
        var generator = SystemRandomNumberGenerator()
        for event in Self.events {
            for _ in 0..<500 {
                var bytes = event.encoded
                for _ in 0..<3 {
                    bytes[Int.random(in: bytes.indices, using: &generator)] = .random(in: 0...255, using: &generator)
                }
                if let decoded = Event(decoding: bytes) { #expect(Event(decoding: decoded.encoded) != nil) }
            }
        }
    }

    @Test func aForgedCountAllocatesNothing() {
        var bytes = Event.display(identifier: 1, .text("abc")).encoded
        let countOffset = 1 + 8 + 1
        bytes.replaceSubrange(countOffset..<countOffset + 8, with: [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F])
        #expect(Event(decoding: bytes) == nil)
    }
}
