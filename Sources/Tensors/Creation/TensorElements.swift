import Display

/// A number, or an array of such: what a tensor can be written as.
///
///     Tensor(5)                      // no axis
///     Tensor([1, 2, 3])              // one
///     Tensor([[1, 0.5], [0, 1]])     // two
public protocol TensorElements {
    /// What a tensor of these numbers holds.
    static var elementType: ElementType { get }
    /// How deep the arrays are nested.
    static var rank: Int { get }
    /// Adds all numbers in order.
    func collect(into collection: inout NumberCollection, depth: Int)
}

extension Array: TensorElements where Element: TensorElements {
    public static var elementType: ElementType { Element.elementType }
    public static var rank: Int { Element.rank + 1 }

    public func collect(into collection: inout NumberCollection, depth: Int) {
        collection.enterArray(of: count, depth: depth)
        for element in self { element.collect(into: &collection, depth: depth + 1) }
    }
}

/// The numbers of nested arrays in row-major order, and how long the arrays are at each depth.
public struct NumberCollection {
    private(set) var numbers: [Double] = []
    private(set) var sizes: [Int?]

    init(rank: Int) {
        sizes = Array(repeating: nil, count: rank)
    }

    mutating func append(_ number: Double) {
        numbers.append(number)
    }

    mutating func enterArray(of count: Int, depth: Int) {
        demand(
            sizes[depth] == nil || sizes[depth] == count,
            "Tensor: nested arrays must be of the same length, but at depth \(depth + 1) one has "
                + "\(sizes[depth] ?? 0) elements and another \(count)")
        sizes[depth] = count
    }
}

extension Tensor {
    /// The tensor of a number or of nested arrays of numbers.
    ///
    ///     Tensor([[-1, 0, 1], [-2, 0, 2]])   // shape (2, 3), int32
    ///     Tensor([0.5, 0, -0.5])             // shape (3,), float32
    ///     Tensor([true, false])              // a mask
    ///
    /// Whole numbers make an int32 tensor, bytes a uint8 one, all others a float32 one. A whole number that does not fit
    /// 32 bits stops the cell, and so do arrays of different lengths side by side.
    ///
    ///     Tensor([5_000_000_000])            // Tensor: 5000000000 does not fit int32, …
    ///     Tensor([5_000_000_000] as [Double])   // [5.e+09]
    public init<Elements: TensorElements>(_ elements: Elements) {
        var collection = NumberCollection(rank: Elements.rank)
        elements.collect(into: &collection, depth: 0)
        let shape = Shape(collection.sizes.map { $0 ?? 0 })
        self.init(shape: shape, numbers: collection.numbers, Elements.elementType)
    }

    /// A float32 tensor of these numbers in row-major order.
    ///
    ///     Tensor(shape: [2, 2], [1, 2, 3, 4])
    public init(shape: Shape, _ scalars: [Float]) {
        demand(
            scalars.count == shape.count,
            "Tensor: a shape \(shape) holds \(shape.count) numbers, but \(scalars.count) were given")
        self.init(shape: shape, fillingFloats: { buffer in _ = buffer.initialize(from: scalars) })
    }

    /// Numbers that the element type can hold.
    init(shape: Shape, numbers: [Double], _ elementType: ElementType) {
        self.init(uninitialized: shape, elementType)
        switch elementType {
        case .uint8, .bool: for (index, number) in numbers.enumerated() { elements()[index] = UInt8(number) }
        case .int32: for (index, number) in numbers.enumerated() { elements()[index] = Int32(number) }
        case .float32: for (index, number) in numbers.enumerated() { elements()[index] = Float(number) }
        }
    }
}
