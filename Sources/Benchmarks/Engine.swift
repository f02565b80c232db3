import Foundation

/// A program that trains the networks, in a process of its own, so that peak memory and start-up count.
struct Engine {
    let name: String
    /// The program, and its arguments before the network's name.
    let command: [String]
    /// Arguments after the number of images.
    var options: [String] = []
    var networks = Network.allCases
    var augments = false
    /// A command that succeeds where the engine is installed.
    var probe: [String]?
    /// How it is installed.
    var installation = ""

    static let nbrun = Engine(
        name: "nbrun", command: [ProcessInfo.processInfo.arguments[0], "measure"], augments: true)

    static func peers(python: String) -> [Engine] {
        let keras = script("keras_networks.py")
        let torch = script("torch_networks.py")
        return [
            Engine(
                name: "Keras", command: [python, keras], augments: true,
                probe: [python, "-c", "import keras, tensorflow, scipy"],
                installation: "pip install tensorflow-cpu==2.21.0 keras==3.15.1 scipy"),
            Engine(
                name: "PyTorch", command: [python, torch], probe: [python, "-c", "import torch"],
                installation: "pip install torch==2.13.0+cpu"),
            Engine(
                name: "PyTorch bf16", command: [python, torch], options: ["bf16"], networks: [.vgg],
                probe: [python, "-c", "import torch"], installation: "pip install torch==2.13.0+cpu"),
        ]
    }

    private static func script(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Peers/\(name)").path
    }

    func runs(_ network: Network) -> Bool { networks.contains(network) }

    var isPresent: Bool {
        probe.map { (try? Subprocess($0).run().status) == 0 } ?? true
    }

    var absence: String { "\(name) was left out: \(installation), and `make bench PYTHON=…` with that Python" }

    func measure(_ network: Network, images: Int) throws -> Measurement {
        try measure([network.rawValue, "\(images)"] + options)
    }

    func measureAugmentation() throws -> Measurement {
        try measure(["augmentation"])
    }

    private func measure(_ arguments: [String]) throws -> Measurement {
        let start = ["BENCHMARK_START": "\(Date().timeIntervalSince1970)"]
        return try Measurement(printed: Subprocess(command + arguments, environment: start).run().output)
    }
}
