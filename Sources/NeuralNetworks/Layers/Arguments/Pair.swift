import Display

/// A whole number, or a pair of them: `3`, `(3, 3)`.
///
/// Swift has no type that both a number and a tuple convert to; anything else stops the cell with a sentence.
public typealias IntOrPair = Any

/// Two whole numbers that belong to height and width.
struct Pair: Hashable, Sendable, CustomStringConvertible {
    let height: Int
    let width: Int

    /// - Parameter argument: what a message calls it, such as `Conv2D: kernelSize`.
    init(_ value: IntOrPair, argument: String, atLeast minimum: Int = 1) {
        switch value {
        case let size as Int: (height, width) = (size, size)
        case let size as (Int, Int): (height, width) = size
        default: misuse("\(argument) must be a whole number or a pair of them, but is \(value)")
        }
        demand(
            height >= minimum && width >= minimum,
            "\(argument) must be at least \(minimum), but is \(height == width ? "\(height)" : description)")
    }

    var values: [Int] { [height, width] }
    var area: Int { height * width }
    var description: String { "(\(height), \(width))" }
}
