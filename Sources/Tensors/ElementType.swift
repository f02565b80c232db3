/// What a tensor's elements are.
///
/// Arithmetic promotes: with a float32 tensor or a `Float` or `Double` the result is float32; bytes, masks and whole
/// numbers among themselves give int32, so that no sum of two bytes wraps around. A quotient, and functions such as `exp`,
/// are always float32. Arithmetic in int32 wraps around at 2³¹, as in NumPy.
public enum ElementType: UInt8, Sendable, CaseIterable {
    /// Bytes, 0 to 255: the pixels of an image.
    case uint8
    /// Whole numbers of 32 bits.
    case int32
    /// Floating-point numbers of 32 bits.
    case float32
    /// True or false: what a comparison gives; counts as 1 and 0 in arithmetic.
    case bool

    /// Bytes an element.
    public var size: Int {
        switch self {
        case .uint8, .bool: 1
        case .int32, .float32: 4
        }
    }

    /// What arithmetic on these two types gives.
    func promoted(with other: ElementType) -> ElementType {
        self == .float32 || other == .float32 ? .float32 : .int32
    }
}

extension ElementType: CustomStringConvertible {
    public var description: String {
        switch self {
        case .uint8: "uint8"
        case .int32: "int32"
        case .float32: "float32"
        case .bool: "bool"
        }
    }
}
