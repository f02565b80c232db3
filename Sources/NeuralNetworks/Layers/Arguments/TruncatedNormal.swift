import Tensors

extension RandomGenerator {
    /// Normally distributed numbers about 0 that are at most two standard deviations away, and have this variance.
    mutating func fillNormally(_ floats: UnsafeMutableBufferPointer<Float>, truncatedVariance variance: Double) {
        // A normal distribution that is cut off at two standard deviations keeps this part of its own.
        let keptDeviation = 0.879_625_661_034_239_78
        fillTruncatedNormally(
            floats, mean: 0, standardDeviation: Float(variance.squareRoot() / keptDeviation))
    }

    /// Normally distributed numbers, drawn again where they are more than two standard deviations from the mean.
    mutating func fillTruncatedNormally(
        _ floats: UnsafeMutableBufferPointer<Float>, mean: Float, standardDeviation: Float
    ) {
        guard !floats.isEmpty else { return }
        fillNormally(floats, mean: mean, standardDeviation: standardDeviation)
        var rejected = floats.indices.filter { !(abs(floats[$0] - mean) <= 2 * standardDeviation) }
        while !rejected.isEmpty {
            let draws = [Float](unsafeUninitializedCapacity: rejected.count) { buffer, count in
                count = rejected.count
                let drawn = UnsafeMutableBufferPointer(rebasing: buffer[..<count])
                fillNormally(drawn, mean: mean, standardDeviation: standardDeviation)
            }
            for (index, value) in zip(rejected, draws) { floats[index] = value }
            rejected.removeAll { abs(floats[$0] - mean) <= 2 * standardDeviation }
        }
    }
}
