import Display
import Foundation
import Fuzzing
import JSONCoding
import Tensors
import Testing

@testable import NeuralNetworks

@Suite("11. Fuzzing: trainings that were kept")
struct TrainingFileFuzzing {
    private let fits: MemoisedFits
    private let key: TrainingKey

    init() throws {
        var key = TrainingKey()
        key.add("name", "value")
        self.key = key
        fits = try MemoisedFits()
        fits.store.keep(Self.checkpoint, of: key, isFinished: true)
    }

    private var path: String { "\(fits.store.folder)/\(key.digest).2.finished" }

    private static let checkpoint = Checkpoint(
        epochs: (1...2).map {
            TrainingLog.Epoch(number: $0, metrics: [Metric(name: "loss", value: 0.5)], remarks: ["r"])
        },
        state: TrainingState(
            weights: [Tensor.random([2, 3])], slots: [[Tensor.random([2, 3])]], step: 8, epochCount: 2,
            learningRate: 0.1),
        callbacks: [CallbackMemory(numbers: ["wait": 1], tensors: [Tensor.random([3])])], isStopped: false, time: 9)

    @Test func `a file that was changed anywhere is no training`() throws {
        let whole = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        let fuzzing = Fuzzing(
            "training files", inputs: 400, Mutator(corpus: [whole], words: ["seal", "\"", "weights/0"]))
        let findings = try fuzzing.findings { input in
            guard input != whole else { return nil }
            try Data(input).write(to: URL(fileURLWithPath: path))
            guard let read = fits.store.newest(of: key, upTo: 9, fitting: { _ in true }) else { return nil }
            // Blanks behind the header's JSON mean nothing.
            return read.file(of: key).seal == Self.checkpoint.file(of: key).seal ? nil : "it is believed"
        }
        #expect(findings == [])
    }

    @Test func `a forged training that is sealed is refused, or is one`() throws {
        let file = try SafetensorsFile(contentsOf: path)
        let json = try JSONReader.read(Array(file.metadata["training"]!.utf8))
        let values: [JSON] = [
            .null, false, "", "x", [], .object([]), .number(0.5), 0, -1, 3, 1000, .integer(1 << 20), .integer(.max),
            .integer(.min + 1), .string("18446744073709551615"),
        ]
        let mutator = JSONMutator(corpus: [json], values: values)
        let fuzzing = Fuzzing("sealed trainings", inputs: 400, input: mutator.input)
        let findings = fuzzing.findings { input in
            var forged = file
            forged.metadata["training"] = String(decoding: input, as: UTF8.self)
            forged.metadata["seal"] = forged.seal
            guard let checkpoint = try? Checkpoint(forged, of: key) else { return nil }
            return checkpoint.epoch >= 1 && checkpoint.state.step >= 0 ? nil : "it was trained for no time"
        }
        #expect(findings == [])
    }
}
