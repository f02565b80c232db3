import Display
internal import JSONCoding
import Tensors

/// Checkpoints as they stand in files of the safetensors format.
///
/// 1. The tensors are `weights/P`, in the order of the layers; `slots/P/S`, what the optimizer remembers of each; and
///    `callbacks/C/T`.
/// 2. The metadata `training` is JSON: the `key` of the fit, the `epochs` with metrics and remarks, the counters of the
///    training, and the numbers that the callbacks remember. A number that need not be finite is its bit pattern.
/// 3. The metadata `seal` is a fingerprint of everything else. A file whose seal does not match is damaged.
extension Checkpoint {
    private static let format = 1

    func file(of key: TrainingKey) -> SafetensorsFile {
        var file = SafetensorsFile(metadata: ["training": json(key).text])
        for (number, tensor) in state.weights.enumerated() { file["weights/\(number)"] = tensor }
        for (number, slots) in state.slots.enumerated() {
            for (slot, tensor) in slots.enumerated() { file["slots/\(number)/\(slot)"] = tensor }
        }
        for (number, memory) in callbacks.enumerated() {
            for (index, tensor) in memory.tensors.enumerated() { file["callbacks/\(number)/\(index)"] = tensor }
        }
        file.metadata["seal"] = file.seal
        return file
    }

    private func json(_ key: TrainingKey) -> JSON {
        [
            "format": .integer(Self.format), "key": .string(key.digest), "epochs": .array(epochs.map(Self.json)),
            "weights": .integer(state.weights.count), "slots": .array(state.slots.map { .integer($0.count) }),
            "step": .integer(state.step), "passes": .integer(state.epochCount),
            "learningRate": state.learningRate.map(Self.bits) ?? .null, "isStopped": .bool(isStopped),
            "time": .integer(time), "callbacks": .array(callbacks.map(Self.json)),
        ]
    }

    private static func json(_ epoch: TrainingLog.Epoch) -> JSON {
        [
            "number": .integer(epoch.number), "names": .array(epoch.metrics.map { .string($0.name) }),
            "values": .array(epoch.metrics.map { bits($0.value) }), "remarks": .array(epoch.remarks.map(JSON.string)),
        ]
    }

    private static func json(_ memory: CallbackMemory) -> JSON {
        let numbers = memory.numbers.sorted { $0.key < $1.key }
        return [
            "names": .array(numbers.map { .string($0.key) }), "values": .array(numbers.map { bits($0.value) }),
            "tensors": .integer(memory.tensors.count),
        ]
    }

    private static func bits(_ number: Double) -> JSON { .string(String(number.bitPattern)) }
}

// Reading.
extension Checkpoint {
    /// The checkpoint of a fit in a file.
    init(_ file: SafetensorsFile, of key: TrainingKey) throws {
        let stored = try StoredArguments(sealedIn: file, as: "training", of: key)
        guard try stored.integer("format") == Self.format else { throw stored.invalid("format", "\(Self.format)") }
        epochs = try stored.parts("epochs", owner: "an epoch").map(Self.epoch)
        guard !epochs.isEmpty else { throw stored.invalid("epochs", "at least one") }
        let slotCounts = try stored.integers("slots")
        state = TrainingState(
            weights: try file.tensors("weights", count: stored.integer("weights")),
            slots: try slotCounts.enumerated().map { try file.tensors("slots/\($0.offset)", count: $0.element) },
            step: try stored.count("step", from: 0, upTo: StoredArguments.longestTraining),
            epochCount: try stored.count("passes", from: 0, upTo: StoredArguments.longestTraining),
            learningRate: stored.json["learningRate"] == .null
                ? nil : Double(bitPattern: try stored.bits("learningRate")))
        callbacks = try stored.parts("callbacks", owner: "a callback").enumerated().map { number, memory in
            CallbackMemory(
                numbers: Dictionary(uniqueKeysWithValues: try memory.namedBits()),
                tensors: try file.tensors("callbacks/\(number)", count: memory.integer("tensors")))
        }
        isStopped = try stored.bool("isStopped")
        time = try stored.integer("time", upTo: .max)
    }

    private static func epoch(_ stored: StoredArguments) throws -> TrainingLog.Epoch {
        TrainingLog.Epoch(
            number: try stored.count("number", upTo: StoredArguments.longestTraining),
            metrics: try stored.namedBits().map { Metric(name: $0.0, value: $0.1) },
            remarks: try stored.strings("remarks"))
    }
}

extension SafetensorsFile {
    /// The tensors `PREFIX/0`, `PREFIX/1`, and so on.
    fileprivate func tensors(_ prefix: String, count: Int) throws -> [Tensor] {
        guard count >= 0 else { throw Damage(description: "there is no number \(count) of \(prefix)") }
        return try (0..<count).map { number in
            guard let tensor = tensor(named: "\(prefix)/\(number)") else {
                throw Damage(description: "\(prefix)/\(number) is missing")
            }
            return tensor
        }
    }
}
