import Display
import Foundation
import Tensors
import Testing

@testable import NeuralNetworks

/// An evaluation that was done is not done again.
@Suite struct EvaluationMemoTests {
    private static let x = MemoSample.x
    private static let y = MemoSample.y

    private func evaluate(
        _ model: Sequential = MemoSample.model(), _ x: Tensor = x, _ y: Tensor = y, batchSize: Int? = nil,
        sampleWeight: Tensor? = nil
    ) -> [Double] {
        Array(model.evaluate(x, y, batchSize: batchSize, sampleWeight: sampleWeight))
    }

    @Test func `an evaluation of the same numbers and data is restored`() throws {
        let fits = try MemoisedFits(secondsWorthKeeping: 0)
        let measured = fits { evaluate() }
        #expect(measured == evaluate())
        let path = "\(fits.store.folder)/\(try #require(fits.names.first))"
        var marked = SafetensorsFile(metadata: try SafetensorsFile(contentsOf: path).metadata)
        marked.metadata["evaluation"] = marked.metadata["evaluation"]?.replacing(
            String(measured[0].bitPattern), with: String((42.0).bitPattern))
        marked.metadata["seal"] = marked.seal
        try marked.write(to: path)
        #expect(fits { evaluate() } == [42, measured[1]])
        #expect(fits.names.count == 1)
    }

    @Test func `each change gives another key`() throws {
        let fits = try MemoisedFits(secondsWorthKeeping: 0)
        let trained = MemoSample.model()
        trained.fit(Self.x, Self.y, verbose: 0)
        var x = Self.x
        x[0, 0, 0, 0] = Tensor(0.5)
        fits {
            _ = evaluate()
            _ = evaluate(trained)
            _ = evaluate(MemoSample.model(metrics: [.topK(2)]))
            _ = evaluate(MemoSample.model(), x)
            _ = evaluate(MemoSample.model(), Self.x.prefix(49), Self.y.prefix(49))
            _ = evaluate(batchSize: 7)
            _ = evaluate(sampleWeight: Tensor(ones: [50]))
        }
        #expect(fits.names.count == 7)
    }

    @Test func `what takes no time is not kept`() throws {
        let fits = try MemoisedFits()
        fits { _ = evaluate() }
        #expect(fits.names == [])
    }

    @Test func `a damaged evaluation is done again`() throws {
        let fits = try MemoisedFits(secondsWorthKeeping: 0)
        let measured = fits { evaluate() }
        let path = "\(fits.store.folder)/\(try #require(fits.names.first))"
        let whole = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        for place in stride(from: 0, to: whole.count, by: 5) {
            var bytes = whole
            bytes[place] ^= 0x10
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            #expect(fits { evaluate() } == measured, "byte \(place)")
            #expect(Array(try Data(contentsOf: URL(fileURLWithPath: path))).count == whole.count)
        }
    }
}
