/// A marked place on an axis and its words.
public struct Tick: Equatable, Sendable {
    public let value: Double
    public let label: String

    public init(_ value: Double, _ label: String) {
        self.value = value
        self.label = label
    }
}
