import Testing

@testable import Display

@Suite("The event stream")
struct EventCodingTests {
    static let outputs: [Output] = [
        .stream(.error, "careful\n"),
        .text("(28, 28)"),
        .html("<b>bold</b>"),
        .figure(
            FigureOutput(
                svg: "<svg/>", alternativeText: "a curve", title: "Loss",
                data: TableOutput(columns: [.init(name: "x", isNumeric: true)], rows: [["1"], ["2"]]))),
        .figure(FigureOutput(svg: "<svg/>", alternativeText: "no data")),
        .table(TableOutput(columns: [.init(name: "이름")], rows: [["신발"]])),
        .modelSummary(
            ModelSummary(
                modelName: "sequential",
                rows: [.init(name: "dense", kind: "Dense", outputShape: [nil, 10], parameterCount: 1290)],
                trainableCount: 1290, nonTrainableCount: 0)),
        .training(
            TrainingLog(
                modelName: "sequential", plannedEpochs: 2, stepsPerEpoch: 5,
                epochs: [.init(number: 1, metrics: [Metric(name: "loss", value: .pi)])], note: "restored")),
        .metrics([Metric(name: "loss", value: -.infinity)]),
    ]

    @Test("carries every kind of output unchanged", arguments: outputs)
    func roundTrip(output: Output) throws {
        let event = Event.display(identifier: 7, output)
        #expect(try Event(decoding: event.encoded) == event)
    }
}
