extension Tensor {
    /// Numbers of a range, each as likely as any other, from the session's generator.
    ///
    ///     Tensor(randomUniform: [10])              // in 0..<1
    ///     Tensor(randomUniform: [2, 2], in: -1..<1)
    public init(randomUniform shape: Shape, in range: Range<Float> = 0..<1) {
        self = RandomGenerator.session.uniform(shape, in: range)
    }

    /// Normally distributed numbers from the session's generator.
    ///
    ///     Tensor(randomNormal: [1000], mean: 10, standardDeviation: 2)
    public init(randomNormal shape: Shape, mean: Float = 0, standardDeviation: Float = 1) {
        self = RandomGenerator.session.normal(shape, mean: mean, standardDeviation: standardDeviation)
    }

    /// Whole numbers of a range, as int32, from the session's generator.
    ///
    ///     Tensor(randomIntegers: [5], in: 0..<10)
    public init(randomIntegers shape: Shape, in range: Range<Int>) {
        self = RandomGenerator.session.integers(shape, in: range)
    }
}
