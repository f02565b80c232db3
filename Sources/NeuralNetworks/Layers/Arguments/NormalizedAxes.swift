import Tensors

/// The axes of a batch that a layer normalises: `-1` is the last one, `[1, 2]` are the first two of each sample; 0 would be
/// that of the samples.
public struct NormalizedAxes: Hashable, Sendable, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral {
    let numbers: [Int]

    public init(_ numbers: [Int]) { self.numbers = numbers }
    public init(integerLiteral number: Int) { self.init([number]) }
    public init(arrayLiteral numbers: Int...) { self.init(numbers) }
}

extension NormalizedAxes: CustomStringConvertible {
    public var description: String { numbers.count == 1 ? "\(numbers[0])" : "\(numbers)" }
}

extension Shape {
    /// The place of a batch's axis among those of one sample; nil where there is none.
    func position(ofAxis axis: Int) -> Int? {
        let position = axis < 0 ? rank + axis : axis - 1
        return (0..<rank).contains(position) ? position : nil
    }

    /// The places of axes in increasing order; nil unless all of them are there, and each only once.
    func positions(of axes: NormalizedAxes) -> [Int]? {
        let positions = Set(axes.numbers.compactMap(position))
        return positions.count == axes.numbers.count && !positions.isEmpty ? positions.sorted() : nil
    }
}
