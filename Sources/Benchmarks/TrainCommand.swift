import ArgumentParser
import Display
import Glibc
import NeuralNetworks
import Tensors

/// Trains a network and tells each epoch's time, or where the time of a step goes.
struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Trains a network: the time of each epoch, or of each part of a step.")

    @Argument(help: "small or vgg.")
    var network: Network

    @Option(help: "How often all images are seen.")
    var epochs = 3

    @Option(help: "How many of the 60,000 training images are used.")
    var images = 60_000

    @Flag(help: "Show where the time of a step goes.")
    var profile = false

    func run() throws {
        let data = try NetworkData(images: profile ? 6400 : images)
        let model = network.compiled()
        if profile {
            setenv("NBRUN_PROFILE", "1", 1)
            model.fit(data.trainX, data.trainY, verbose: 0)
            return
        }
        for epoch in 1...epochs {
            let clock = Stopwatch()
            let history = model.fit(data.trainX, data.trainY, epochs: 1, validationSplit: 0.25, verbose: 0)
            let metrics = history.names.map { "\($0) \(NumberText.fixed(history[$0][0], decimals: 4))" }
            print("epoch \(epoch): \(fixed(clock.seconds, 2)) s  \(metrics.joined(separator: "  "))")
        }
        print("test \(model.evaluate(data.testX, data.testY))")
    }
}
