/// Whether something is shown: `0` or `false` for silence, anything else for a line an epoch.
public struct Verbosity: ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, Sendable {
    let isShown: Bool

    public init(integerLiteral value: Int) {
        isShown = value != 0
    }

    public init(booleanLiteral value: Bool) {
        isShown = value
    }
}

extension Verbosity: CustomStringConvertible {
    public var description: String { isShown ? "1" : "0" }
}
