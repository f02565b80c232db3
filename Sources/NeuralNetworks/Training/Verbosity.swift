/// Whether a fit shows its epochs: `0` or `false` for silence, anything else for a line an epoch.
public struct Verbosity: ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, Sendable {
    let showsEpochs: Bool

    public init(integerLiteral value: Int) {
        showsEpochs = value != 0
    }

    public init(booleanLiteral value: Bool) {
        showsEpochs = value
    }
}
