import Display
import Foundation
import Tensors
import Testing

@testable import NeuralNetworks

/// Nothing but what was written is believed.
@Suite struct TrainingStoreTests {
    private let key: TrainingKey
    private let fits: MemoisedFits

    init() throws {
        var key = TrainingKey()
        key.add("name", "value")
        self.key = key
        fits = try MemoisedFits()
    }

    private func checkpoint(epoch: Int, isStopped: Bool = false) -> Checkpoint {
        let epochs = (1...epoch).map { number in
            TrainingLog.Epoch(
                number: number, metrics: [Metric(name: "loss", value: .nan), Metric(name: "auc", value: 1 / 3)],
                remarks: ["said \"\(number)\""])
        }
        return Checkpoint(
            epochs: epochs,
            state: TrainingState(
                weights: [Tensor.random([3, 4]), Tensor.random([4])], slots: [[], [Tensor.random([4], seed: 3)]],
                step: 12, epochCount: 3, learningRate: 0.1),
            callbacks: [CallbackMemory(numbers: ["best": -.infinity, "wait": 2], tensors: [Tensor.random([4])])],
            isStopped: isStopped, time: 1_795_594_320)
    }

    private func newest(upTo epochs: Int = 99) -> Checkpoint? {
        fits.store.newest(of: key, upTo: epochs) { _ in true }
    }

    @Test func `a checkpoint comes back bit by bit`() throws {
        let kept = checkpoint(epoch: 2, isStopped: true)
        fits.store.keep(kept, of: key, isFinished: true)
        let read = try #require(newest())
        #expect(read.epochs.map(\.remarks) == kept.epochs.map(\.remarks))
        #expect(read.epochs.map { $0.metrics.map(\.name) } == kept.epochs.map { $0.metrics.map(\.name) })
        #expect(
            read.epochs.map { $0.metrics.map(\.value.bitPattern) }
                == kept.epochs.map { $0.metrics.map(\.value.bitPattern) })
        #expect(read.state.weights.map(\.values) == kept.state.weights.map(\.values))
        #expect(read.state.slots.map { $0.map(\.values) } == kept.state.slots.map { $0.map(\.values) })
        #expect((read.state.step, read.state.epochCount, read.state.learningRate) == (12, 3, 0.1))
        #expect(read.callbacks[0].numbers == kept.callbacks[0].numbers)
        #expect(read.callbacks[0].tensors.map(\.values) == kept.callbacks[0].tensors.map(\.values))
        #expect((read.isStopped, read.time) == (true, 1_795_594_320))
    }

    @Test func `the last checkpoint that is not beyond what is asked for counts`() {
        for epoch in [2, 9, 5] { fits.store.keep(checkpoint(epoch: epoch), of: key, isFinished: true) }
        #expect([1, 2, 4, 5, 8, 99].map { newest(upTo: $0)?.epoch } == [nil, 2, 2, 5, 5, 9])
    }

    @Test func `what a fit passes goes when it is further, where it ended stays`() {
        for (epoch, isFinished) in [(2, true), (3, false), (4, false), (6, true)] {
            fits.store.keep(checkpoint(epoch: epoch), of: key, isFinished: isFinished)
        }
        #expect(fits.names == ["\(key.digest).2.finished", "\(key.digest).6.finished"])
    }

    @Test func `a file that was changed anywhere is removed, and the one before it counts`() throws {
        fits.store.keep(checkpoint(epoch: 1), of: key, isFinished: true)
        fits.store.keep(checkpoint(epoch: 2), of: key, isFinished: true)
        let path = "\(fits.store.folder)/\(key.digest).2.finished"
        let whole = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        for place in stride(from: 0, to: whole.count, by: 7) {
            var bytes = whole
            bytes[place] ^= 0x10
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            #expect(newest()?.epoch == 1, "byte \(place)")
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test func `a file that was cut off anywhere is removed`() throws {
        fits.store.keep(checkpoint(epoch: 1), of: key, isFinished: true)
        let path = "\(fits.store.folder)/\(key.digest).1.finished"
        let whole = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        for count in stride(from: 0, to: whole.count, by: 11) {
            try Data(whole.prefix(count)).write(to: URL(fileURLWithPath: path))
            #expect(newest() == nil, "\(count) bytes")
        }
    }

    @Test func `a header that claims much allocates nothing`() throws {
        fits.store.keep(checkpoint(epoch: 1), of: key, isFinished: true)
        let path = "\(fits.store.folder)/\(key.digest).1.finished"
        for header in [
            [UInt8](repeating: 0xFF, count: 8) + Array("{".utf8),
            safetensors(#"{"weights/0":{"dtype":"F32","shape":[1099511627776],"data_offsets":[0,4398046511104]}}"#),
            safetensors(#"{"__metadata__":{"training":"{\"weights\": 1000000}","seal":""}}"#),
        ] {
            try Data(header).write(to: URL(fileURLWithPath: path))
            #expect(newest() == nil)
            #expect(fits.names == [])
        }
    }

    private func safetensors(_ header: String) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: header.utf8.count >> (8 * $0)) } + Array(header.utf8)
    }

    @Test func `a file under another training's name is not taken for it`() throws {
        fits.store.keep(checkpoint(epoch: 1), of: key, isFinished: true)
        var other = key
        other.add("name", "other")
        let files = FileManager.default
        try files.copyItem(
            atPath: "\(fits.store.folder)/\(key.digest).1.finished",
            toPath: "\(fits.store.folder)/\(other.digest).1.finished")
        try files.moveItem(
            atPath: "\(fits.store.folder)/\(key.digest).1.finished",
            toPath: "\(fits.store.folder)/\(key.digest).4.finished")
        #expect(fits.store.newest(of: other, upTo: 9) { _ in true } == nil)
        #expect(newest() == nil)
    }

    @Test func `numbers of other shapes are not given to a model`() throws {
        let fit = { MemoSample.model().fit(MemoSample.x, MemoSample.y, verbose: 0)["loss"] }
        let first = fits { fit() }
        let path = "\(fits.store.folder)/\(fits.names[0])"
        let file = try SafetensorsFile(contentsOf: path)
        var forged = SafetensorsFile(metadata: file.metadata)
        for name in file.names { forged[name] = name == "weights/0" ? Tensor(zeros: [2]) : file[name] }
        forged.metadata["seal"] = forged.seal
        try forged.write(to: path)
        #expect(fits { fit() } == first)
        #expect(try SafetensorsFile(contentsOf: path)["weights/0"].shape == [3, 3, 1, 8])
    }

    @Test func `a folder that cannot be written is no folder, and no error`() {
        let store = TrainingStore(folder: "/proc/trainings")
        store.keep(checkpoint(epoch: 1), of: key, isFinished: true)
        #expect(store.newest(of: key, upTo: 9) { _ in true } == nil)
    }
}
