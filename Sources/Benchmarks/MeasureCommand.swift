import ArgumentParser
import Foundation
import NeuralNetworks
import Tensors

/// What ``CompareCommand`` runs in a process of its own.
struct MeasureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "measure", shouldDisplay: false)

    @Argument var subject: String
    @Argument var images: Int = 60_000

    func run() throws {
        guard let network = Network(rawValue: subject) else { return try measureAugmentation() }
        let data = try NetworkData(images: images)
        let model = network.compiled()
        model.fit(data.firstX(32), data.firstY(32), verbose: 0)
        let firstStep = Date().timeIntervalSince1970 - Self.start
        // The peers have such a fit too: it traces their networks, for whole batches and for smaller ones.
        model.fit(data.firstX(650), data.firstY(650), validationSplit: 0.25, verbose: 0)
        let epoch = Stopwatch()
        model.fit(data.trainX, data.trainY, validationSplit: 0.25, verbose: 0)
        let secondsAnEpoch = epoch.seconds
        let accuracy = model.evaluate(data.testX, data.testY)["accuracy"]
        let prediction = Stopwatch()
        _ = model.predict(data.testX)
        let predictionsASecond = Double(data.testX.shape[0]) / prediction.seconds
        var measurement = Measurement(engine: "nbrun")
        measurement.secondsAnEpoch = secondsAnEpoch
        measurement.testAccuracy = accuracy
        measurement.secondsToFirstStep = firstStep
        measurement.predictionsASecond = predictionsASecond
        try measurement.report()
    }

    private func measureAugmentation() throws {
        let generator = ImageDataGenerator(
            rotationRange: 10, zoomRange: 0.1, shearRange: 0.5, widthShiftRange: 0.1, heightShiftRange: 0.1,
            horizontalFlip: true)
        let flow = generator.flow(try NetworkData(images: 60_000).trainX, batchSize: 1000)
        _ = flow.next()
        let clock = Stopwatch()
        let counts = (0..<100).map { _ in flow.next().images.shape[0] }
        let rate = Double(counts.reduce(0, +)) / clock.seconds
        var measurement = Measurement(engine: "nbrun")
        measurement.imagesASecond = rate
        try measurement.report()
    }

    /// When the process was started, by the clock of who started it.
    private static var start: Double {
        ProcessInfo.processInfo.environment["BENCHMARK_START"].flatMap(Double.init) ?? .nan
    }
}

/// Seconds since it was made.
struct Stopwatch {
    private let start = ContinuousClock.now

    var seconds: Double {
        let elapsed = ContinuousClock.now - start
        return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    }
}
