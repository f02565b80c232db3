import Foundation
import Tensors

@testable import NeuralNetworks

/// A folder of trainings for one test.
final class MemoisedFits {
    let folder: TemporaryFolder
    let store: TrainingStore

    init(secondsWorthKeeping: Double = 1000) throws {
        folder = try TemporaryFolder()
        store = TrainingStore(folder: "\(folder.path)/trainings", secondsWorthKeeping: secondsWorthKeeping)
    }

    /// The names of what is kept.
    var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: store.folder).sorted()) ?? [] }
    /// The keys of what is kept.
    var keys: Set<Substring> { Set(names.map { $0.prefix { $0 != "." } }) }

    /// Runs fits that keep what they train, and take what is kept.
    @discardableResult
    func callAsFunction<Result>(_ body: () throws -> Result) rethrows -> Result {
        try TrainingStore.$ofSession.withValue(store, operation: body)
    }

    /// Writes marks into what is kept, so that a fit that takes it can be told from one that trains.
    func mark() throws {
        for name in names {
            let file = try SafetensorsFile(contentsOf: "\(store.folder)/\(name)")
            var marked = SafetensorsFile(metadata: file.metadata)
            for name in file.names { marked[name] = name.hasPrefix("weights") ? file[name] * 0 + 42 : file[name] }
            marked.metadata["seal"] = marked.seal
            try marked.write(to: "\(store.folder)/\(name)")
        }
    }
}

extension Sequential {
    /// Whether its numbers are those of a training that was marked.
    var isMarked: Bool { weightValues.allSatisfy { $0.allSatisfy { $0 == 42 } } }
}

/// A small network with all that has a state of its own, and data for it.
struct MemoSample {
    static let x = Tensor.random([50, 8, 8, 1])
    static let y = Tensor.randomLabels(50, classes: 3)

    static func layers(filters: Int = 8, rate: Double = 0.3) -> [any Layer] {
        [
            Conv2D(filters: filters, kernelSize: 3, activation: .relu, inputShape: [8, 8, 1]), BatchNormalization(),
            Flatten(), Dropout(rate: rate), Dense(units: 3, activation: .softmax),
        ]
    }

    static func model(
        seed: UInt64 = 1, layers: [any Layer] = layers(), optimizer: any Optimizer = .adam,
        loss: any Loss = .sparseCategoricalCrossentropy, metrics: [MetricKind] = [.accuracy]
    ) -> Sequential {
        let model = Sequential(seed: seed, layers)
        model.compile(optimizer: optimizer, loss: loss, metrics: metrics)
        return model
    }
}
