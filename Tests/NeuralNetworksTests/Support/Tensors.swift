import Tensors

@testable import NeuralNetworks

extension Tensor {
    /// The elements as floats, row-major.
    var values: [Float] { withFloats { Array($0) } }

    /// Numbers uniform in a range, the same for the same seed.
    static func random(_ shape: Shape, seed: UInt64 = 1, in range: Range<Float> = -1..<1) -> Tensor {
        var generator = RandomGenerator(seed: seed)
        return generator.uniform(shape, in: range)
    }

    /// Class labels below a count, the same for the same seed.
    static func randomLabels(_ count: Int, classes: Int, seed: UInt64 = 2) -> Tensor {
        var generator = RandomGenerator(seed: seed)
        return generator.integers([count], in: 0..<classes)
    }
}

/// The largest difference, as a part of the largest number.
func relativeError(_ values: [Float], _ expected: [Float]) -> Double {
    guard values.count == expected.count else { return .infinity }
    let largest = expected.map { abs(Double($0)) }.max() ?? 0
    let difference = zip(values, expected).map { abs(Double($0) - Double($1)) }.max() ?? 0
    return difference / max(largest, .leastNormalMagnitude)
}

extension Sequential {
    /// A model whose random numbers come from a seed of its own, whatever else the session draws.
    convenience init(seed: UInt64, _ layers: [any Layer]) {
        self.init(layers, name: "model", generator: RandomGenerator(seed: seed))
    }

    /// All weights in the reader's layout.
    var weightValues: [[Float]] { graph!.parameters.map(\.value.values) }
}
