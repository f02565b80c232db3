import Display

// Along the axes that are named, or along all of them: then a single number comes out, a tensor without axes, which
// prints as a number does, goes on in arithmetic, and becomes a Swift number by `Float(…)`, `Int(…)`.

extension Tensor {
    /// The sum.
    ///
    ///     table.sum()          // of all numbers
    ///     table.sum(axis: 0)   // of each column
    ///
    /// Whole numbers and masks give int32, floats float32. A sum of whole numbers that does not fit 32 bits stops the
    /// cell: `images.asType(.float32).sum()` gives it to 7 digits. Sums of masks along an axis count, and are no positions.
    public func sum(axis axes: Int..., keepingDimensions: Bool = false) -> Tensor {
        let reduction = Reduction("sum", of: self, along: axes)
        let sums = reduction.results(.sum)
        let type: ElementType = elementType == .float32 ? .float32 : .int32
        if type == .int32, let large = sums.first(where: { Int32(exactly: $0) == nil }) {
            misuse(
                "sum: \(NumberText.fixed(large, decimals: 0)) does not fit int32, \(ElementType.int32Range); for float32, "
                    + "which keeps 7 digits, write asType(.float32).sum(), or take the mean()")
        }
        let result = Tensor(shape: reduction.shape(keepingDimensions: keepingDimensions), numbers: sums, type)
        return result.marked(asCountOfMasks: isOfMasks && result.rank > 0)
    }

    /// The mean, in floats, whatever the elements are; added up in double precision, so that it is right to the last
    /// digit of a float even of large whole numbers. NaN where there is nothing.
    ///
    ///     images.mean(axis: 0)   // the mean image
    public func mean(axis axes: Int..., keepingDimensions: Bool = false) -> Tensor {
        mean(along: axes, keepingDimensions: keepingDimensions)
    }

    func mean(along axes: [Int], keepingDimensions: Bool) -> Tensor {
        let reduction = Reduction("mean", of: self, along: axes)
        let count = Double(reduction.count)
        return Tensor(
            shape: reduction.shape(keepingDimensions: keepingDimensions),
            numbers: reduction.results(.sum).map { $0 / count }, .float32)
    }

    /// The largest number, of the tensor's own type; NaN where there is one among them.
    ///
    ///     picture.reshaped(2, 2, 2, 2).max(axis: 1, 3)   // the largest of each square of 2 × 2
    public func max(axis axes: Int..., keepingDimensions: Bool = false) -> Tensor {
        extreme("max", .largest, axes, keepingDimensions)
    }

    /// The smallest number, of the tensor's own type; NaN where there is one among them.
    public func min(axis axes: Int..., keepingDimensions: Bool = false) -> Tensor {
        extreme("min", .smallest, axes, keepingDimensions)
    }

    private func extreme(
        _ name: String, _ operation: Reduction.Operation, _ axes: [Int], _ keepingDimensions: Bool
    ) -> Tensor {
        let reduction = Reduction(name, of: self, along: axes)
        reduction.demandElements()
        let result = Tensor(
            shape: reduction.shape(keepingDimensions: keepingDimensions), numbers: reduction.results(operation),
            elementType)
        return result.marked(asCountOfMasks: isOfMasks && result.rank > 0)
    }
}
