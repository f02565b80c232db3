import ArgumentParser

/// The table of engines: one epoch of each network in each of them, one after another on a machine that does nothing else.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "An epoch of both networks in nbrun, Keras and PyTorch, side by side.")

    @Option(help: "How many of the 60,000 training images are used.")
    var images = 60_000

    @Option(help: "The Python in which Keras and PyTorch are installed.")
    var python = "python3"

    @Flag(help: "Leave Keras and PyTorch out.")
    var alone = false

    func run() throws {
        let engines = [Engine.nbrun] + (alone ? [] : Engine.peers(python: python))
        let present = engines.filter(\.isPresent)
        var tables: [Network: [Measurement]] = [:]
        for network in Network.allCases {
            tables[network] = try present.filter { $0.runs(network) }.map { try $0.measure(network, images: images) }
        }
        let augmentation = try present.filter(\.augments).map { try $0.measureAugmentation() }
        print(ComparisonTable(tables).text)
        print(AugmentationTable(augmentation).text)
        for engine in engines where !engine.isPresent { print(engine.absence) }
    }
}
