import Display

/// A whole number, a pair of them, or a pair of pairs: `1`, `(1, 2)`, `((0, 1), (2, 3))`.
///
/// Swift has no type that all of these convert to; anything else stops the cell with a sentence.
public typealias IntOrPairOfPairs = Any

/// How many rows and columns lie around an image.
struct Borders: Hashable, Sendable, CustomStringConvertible {
    let top: Int
    let bottom: Int
    let left: Int
    let right: Int

    /// - Parameter argument: what a message calls it, such as `ZeroPadding2D: padding`.
    init(_ value: IntOrPairOfPairs, argument: String) {
        switch value {
        case let all as Int: (top, bottom, left, right) = (all, all, all, all)
        case let pair as (Int, Int): (top, bottom, left, right) = (pair.0, pair.0, pair.1, pair.1)
        case let sides as ((Int, Int), (Int, Int)): ((top, bottom), (left, right)) = sides
        default:
            misuse(
                "\(argument) must be a whole number, a pair of them, or ((top, bottom), (left, right)), but is \(value)"
            )
        }
        demand(values.allSatisfy { $0 >= 0 }, "\(argument) must be at least 0, but is \(value)")
    }

    var values: [Int] { [top, bottom, left, right] }
    var description: String { "((\(top), \(bottom)), (\(left), \(right)))" }
}
