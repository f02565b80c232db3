import Display

// Ranges and strides stand for the numbers in them, as `arange` does in NumPy:
//
//     Tensor(0..<10)
//     Tensor(1...3)
//     Tensor(stride(from: 0, through: 1, by: 0.25))

extension Range: TensorElements where Bound == Int {
    public static var elementType: ElementType { .int32 }
    public static var rank: Int { 1 }

    public func collect(into collection: inout NumberCollection, depth: Int) {
        collection.append(all: self, depth: depth)
    }
}

extension ClosedRange: TensorElements where Bound == Int {
    public static var elementType: ElementType { .int32 }
    public static var rank: Int { 1 }

    public func collect(into collection: inout NumberCollection, depth: Int) {
        collection.append(all: self, depth: depth)
    }
}

extension StrideTo: TensorElements where Element: TensorScalar {
    public static var elementType: ElementType { Element.elementType }
    public static var rank: Int { 1 }

    public func collect(into collection: inout NumberCollection, depth: Int) {
        collection.append(all: Array(self), depth: depth)
    }
}

extension StrideThrough: TensorElements where Element: TensorScalar {
    public static var elementType: ElementType { Element.elementType }
    public static var rank: Int { 1 }

    public func collect(into collection: inout NumberCollection, depth: Int) {
        collection.append(all: Array(self), depth: depth)
    }
}

extension NumberCollection {
    fileprivate mutating func append(all numbers: some Collection<some TensorScalar>, depth: Int) {
        enterArray(of: numbers.count, depth: depth)
        for number in numbers { number.collect(into: &self, depth: depth + 1) }
    }
}

extension Tensor {
    /// So many numbers at equal distances, both ends included.
    ///
    ///     Tensor(linearSpaceFrom: 0, through: 1, count: 5)   // [0.   0.25 0.5  0.75 1.  ]
    public init(linearSpaceFrom start: Double, through end: Double, count: Int) {
        demand(count > 0, "linear space: the count must be positive, but is \(count)")
        let steps = Double(Swift.max(count - 1, 1))
        let numbers = (0..<count).map { start + (end - start) * (Double($0) / steps) }
        self.init(shape: [count], numbers: numbers, .float32)
    }

    /// The matrix with ones on its diagonal, zeros elsewhere.
    ///
    ///     Tensor(identity: 2)   // [[1. 0.] [0. 1.]]
    public init(identity size: Int) {
        self.init(zeros: [size, size])
        for index in 0..<size { elements(of: Float.self)[index * (size + 1)] = 1 }
    }
}
