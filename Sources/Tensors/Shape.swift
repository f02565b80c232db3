import Display

/// The sizes of a tensor's axes; the empty shape is that of a single number.
///
///     let shape: Shape = [60000, 28, 28]
///     shape.count          // 47_040_000
///     print(shape)         // (60000, 28, 28)
public struct Shape: Hashable, Sendable {
    public let sizes: [Int]

    public init(_ sizes: [Int]) {
        self.sizes = sizes
    }

    /// The number of axes.
    public var rank: Int { sizes.count }

    /// The number of elements: the product of the sizes.
    public var count: Int { sizes.reduce(1, *) }

    /// The number of elements of a tensor to be made: negative sizes, and more than memory can address, are misuse.
    var checkedCount: Int {
        var count = 1
        for size in sizes {
            let (product, overflow) = count.multipliedReportingOverflow(by: size)
            demand(size >= 0, "a shape's sizes must not be negative, but are \(self)")
            demand(!overflow && product <= 1 << 40, "a tensor of shape \(self) is too large")
            count = product
        }
        return count
    }

    public subscript(axis: Int) -> Int { sizes[axis] }
}

extension Shape: ExpressibleByArrayLiteral {
    public init(arrayLiteral sizes: Int...) {
        self.init(sizes)
    }
}

extension Shape: CustomStringConvertible {
    /// As Python writes a tuple: `(60000, 28, 28)`, `(10,)`, `()`.
    public var description: String {
        "(\(sizes.map(String.init).joined(separator: ", "))\(rank == 1 ? "," : ""))"
    }
}
