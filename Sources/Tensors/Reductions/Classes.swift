import Display

extension Tensor {
    /// Numbers made into probabilities along an axis: eˣ divided by the sum of all eˣ.
    ///
    ///     Tensor([1, 1, 1, 1]).softmax()   // [0.25 0.25 0.25 0.25]
    public func softmax(axis: Int = -1) -> Tensor {
        // Without the subtraction, the exponential of a large number would be infinite.
        var powers = exp(self - max(axis: axis, keepingDimensions: true))
        powers /= powers.sum(axis: axis, keepingDimensions: true)
        return powers
    }

    /// Class numbers as rows of zeros with a one at the class's place, in a new last axis; float32.
    ///
    ///     Tensor([2, 0]).oneHot(depth: 3)   // [[0. 0. 1.] [1. 0. 0.]]
    public func oneHot(depth: Int) -> Tensor {
        demand(elementType != .float32, "oneHot: class numbers must be whole numbers, but are float32")
        let isInside = count == 0 || (min() >= 0 && max() < depth)
        demand(isInside, "oneHot: class numbers must be in 0..<\(depth), but are in \(min())...\(max())")
        return (expandingDimension(at: -1) .== Tensor(0..<depth)).asType(.float32)
    }
}
