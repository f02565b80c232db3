import Display

/// The sizes of a tensor's axes; the empty shape is that of a single number.
///
///     let shape: Shape = [60000, 28, 28]
///     shape.count          // 47_040_000
///     shape[-1]            // 28: negative axes count from the end
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
        demand(rank <= Self.largestRank, "a tensor has at most \(Self.largestRank) axes, but \(self) has \(rank)")
        var count = 1
        for size in sizes {
            let (product, overflow) = count.multipliedReportingOverflow(by: size)
            demand(size >= 0, "a shape's sizes must not be negative, but are \(self)")
            demand(!overflow && product <= 1 << 40, "a tensor of shape \(self) is too large")
            count = product
        }
        return count
    }

    /// How many axes the loops over tensors can go through.
    static let largestRank = 16

    /// The size of an axis; −1 is the last one.
    public subscript(axis: Int) -> Int {
        sizes[self.axis(axis, for: "shape")]
    }

    /// An axis counted from the front, where it may have been counted from the end.
    func axis(_ axis: Int, for operation: String) -> Int {
        let range = rank == 0 ? "has no axis" : rank == 1 ? "has axis 0 only" : "has the axes 0 to \(rank - 1)"
        demand(-rank..<rank ~= axis, "\(operation): there is no axis \(axis), the shape \(self) \(range)")
        return axis < 0 ? axis + rank : axis
    }

    /// How far apart neighbours along each axis are in row-major order.
    var strides: [Int] {
        var strides = Array(repeating: 1, count: rank)
        for axis in stride(from: rank - 2, through: 0, by: -1) { strides[axis] = strides[axis + 1] * sizes[axis + 1] }
        return strides
    }
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

/// `1 position`, `3 positions`: for messages.
func counted(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }
