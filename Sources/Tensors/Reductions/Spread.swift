extension Tensor {
    /// The mean squared distance from the mean, as NumPy's `var`.
    public func variance(axis axes: Int..., keepingDimensions: Bool = false) -> Tensor {
        variance(along: axes, keepingDimensions)
    }

    /// The square root of the variance, as NumPy's `std`.
    ///
    ///     (x - x.mean(axis: 0)) / x.standardDeviation(axis: 0)
    public func standardDeviation(axis axes: Int..., keepingDimensions: Bool = false) -> Tensor {
        sqrt(variance(along: axes, keepingDimensions))
    }

    private func variance(along axes: [Int], _ keepingDimensions: Bool) -> Tensor {
        var distances = self - mean(along: axes, keepingDimensions: true)
        distances *= distances
        return distances.mean(along: axes, keepingDimensions: keepingDimensions)
    }
}
