/// What a tensor's elements are.
///
/// 1. With a float32 tensor, or a `Float` or `Double`, arithmetic gives float32. Whole numbers beyond 2²⁴ lose their last
///    digits in it.
/// 2. Two masks give a mask: `*` and `minimum` are true where both are, `+` and `maximum` where one is, as `.&` and `.|`.
///    They have no difference; `.^` is true where they differ.
/// 3. Bytes, whole numbers, and masks with those give int32, so that no sum of two bytes wraps around.
/// 4. A quotient, a power, and functions such as `exp` are always float32; so are means and what is made of them. Division
///    by 0 gives ±inf, and NaN for 0 / 0.
///
/// | | beyond the range | `sum()` | `mean()` |
/// |---|---|---|---|
/// | uint8 | arithmetic gives int32; `asType(.uint8)` wraps whole numbers around at 256, and holds floats to 0 … 255 | int32 | float32 |
/// | int32 | arithmetic wraps around at 2³¹, as in NumPy; a sum, or a number to be made a tensor, stops the cell | int32 | float32 |
/// | float32 | ±inf beyond 3.4 · 10³⁸ | float32 | float32 |
/// | bool | – | int32: how many are true | float32: which part is true |
public enum ElementType: UInt8, Sendable, CaseIterable {
    /// Bytes, 0 to 255: the pixels of an image.
    case uint8
    /// Whole numbers of 32 bits.
    case int32
    /// Floating-point numbers of 32 bits.
    case float32
    /// True or false: what a comparison gives; counts as 1 and 0 in arithmetic with numbers.
    case bool

    /// Bytes an element.
    public var size: Int {
        switch self {
        case .uint8, .bool: 1
        case .int32, .float32: 4
        }
    }

    static let int32Range = "whose numbers are \(Int32.min) to \(Int32.max)"

    /// What arithmetic on these two types gives, where not both are masks.
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
