internal import CKernels
import Display

extension RandomGenerator {
    /// Numbers from `low` up to, not including, `high`, each as likely as any other.
    ///
    ///     generator.uniform([2, 3])               // in 0..<1
    ///     generator.uniform([10], in: -0.5..<0.5)
    public mutating func uniform(_ shape: Shape, in range: Range<Float> = 0..<1) -> Tensor {
        demand(
            range.lowerBound.isFinite && range.upperBound.isFinite && !range.isEmpty,
            "uniform random numbers: the range must be finite and not empty, but is \(range)")
        return Tensor(shape: shape, fillingFloats: { fillUniformly($0, in: range) })
    }

    /// Numbers about `mean`, two thirds of them within one standard deviation.
    ///
    ///     generator.normal([1000], mean: 10, standardDeviation: 2)
    public mutating func normal(_ shape: Shape, mean: Float = 0, standardDeviation: Float = 1) -> Tensor {
        demand(
            standardDeviation >= 0 && standardDeviation.isFinite && mean.isFinite,
            "normal random numbers: the mean must be finite and the standard deviation at least 0, "
                + "but they are \(mean) and \(standardDeviation)")
        return Tensor(
            shape: shape, fillingFloats: { fillNormally($0, mean: mean, standardDeviation: standardDeviation) })
    }

    /// Whole numbers of a range, as int32.
    ///
    ///     generator.integers([5], in: 0..<10)
    public mutating func integers(_ shape: Shape, in range: Range<Int>) -> Tensor {
        demand(
            !range.isEmpty && range.lowerBound >= Int32.min && range.upperBound <= Int32.max,
            "random integers: the range must not be empty and must fit 32 bits, but is \(range)")
        let (low, width) = (Int32(range.lowerBound), UInt32(range.count))
        let place = take(words: 2 * shape.count)
        return Tensor(
            shape: shape,
            fillingIntegers: { nbrun_random_integers(place, low, width, $0.baseAddress, $0.count) })
    }

    /// The numbers of 0..<count in a random order.
    ///
    ///     generator.permutation(5)   // [3, 0, 4, 1, 2], say
    public mutating func permutation(_ count: Int) -> [Int] {
        demand(count >= 0, "permutation: the count must not be negative, but is \(count)")
        return (0..<count).shuffled(using: &self)
    }

    /// Fills memory with what `uniform` gives.
    package mutating func fillUniformly(_ buffer: UnsafeMutableBufferPointer<Float>, in range: Range<Float>) {
        let place = take(words: buffer.count)
        nbrun_random_uniform(place, range.lowerBound, range.upperBound, buffer.baseAddress, buffer.count)
    }

    /// Fills memory with what `normal` gives.
    package mutating func fillNormally(
        _ buffer: UnsafeMutableBufferPointer<Float>, mean: Float, standardDeviation: Float
    ) {
        let place = take(words: buffer.count)
        nbrun_random_normal(place, Double(mean), Double(standardDeviation), buffer.baseAddress, buffer.count)
    }
}
