/// How numbers are laid out along an axis.
public enum AxisScale: Sendable, Hashable {
    case linear
    /// By their logarithm; numbers that are not above zero have no place and leave a gap.
    case log
}

extension AxisScale {
    /// Whether a number has a place.
    func holds(_ value: Double) -> Bool {
        abs(value) <= Extent.largest && (self == .linear || value >= Extent.smallest)
    }
}
