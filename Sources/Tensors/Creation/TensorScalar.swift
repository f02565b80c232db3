import Display

/// A Swift number that can stand in a tensor, and beside one in arithmetic: `Int`, `Float`, `Double` and their like.
///
///     Tensor([1, 2, 3]) * 10     // int32
///     Tensor([1, 2, 3]) * 0.5    // float32
public protocol TensorScalar: TensorElements {
    /// The number itself; exact for whatever a tensor can hold.
    var doubleValue: Double { get }
}

extension TensorScalar {
    public static var rank: Int { 0 }

    public func collect(into collection: inout NumberCollection, depth: Int) {
        collection.append(doubleValue)
    }
}

extension Int: TensorScalar {
    public static var elementType: ElementType { .int32 }
    public var doubleValue: Double { Double(self) }

    public func collect(into collection: inout NumberCollection, depth: Int) {
        demand(
            Int32(exactly: self) != nil,
            "Tensor: \(self) does not fit int32, \(ElementType.int32Range); for float32, which keeps 7 digits, "
                + "write it as a Double")
        collection.append(doubleValue)
    }
}

extension Int32: TensorScalar {
    public static var elementType: ElementType { .int32 }
    public var doubleValue: Double { Double(self) }
}

extension UInt8: TensorScalar {
    public static var elementType: ElementType { .uint8 }
    public var doubleValue: Double { Double(self) }
}

extension Float: TensorScalar {
    public static var elementType: ElementType { .float32 }
    public var doubleValue: Double { Double(self) }
}

extension Double: TensorScalar {
    public static var elementType: ElementType { .float32 }
    public var doubleValue: Double { self }
}

extension Bool: TensorScalar {
    public static var elementType: ElementType { .bool }
    public var doubleValue: Double { self ? 1 : 0 }
}
