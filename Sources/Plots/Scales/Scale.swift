import Glibc

/// Takes numbers of an axis to places on the drawing.
struct Scale: Equatable {
    let domain: Domain
    /// Where the domain's low end lies.
    let start: Double
    /// Where its high end lies; on a vertical axis it is the smaller number.
    let end: Double

    /// Where the number lies; NaN where it has no place.
    ///
    ///     Scale(domain: 0...10, start: 100, end: 200).position(2.5)   // 125
    func position(_ value: Double) -> Double {
        start + (end - start) * part(of: value)
    }

    /// Where the number lies, at the nearer end where it has no place; it may lie outside.
    func clippedPosition(_ value: Double) -> Double {
        let place = position(value)
        return place.isFinite || value.isNaN ? place : clampedPosition(value)
    }

    /// Where the number lies, moved to the nearer end where it has no place or lies outside.
    func clampedPosition(_ value: Double) -> Double {
        let part = part(of: value)
        return start + (end - start) * (part.isNaN ? 0 : min(max(part, 0), 1))
    }

    private func part(of value: Double) -> Double {
        if abs(value) > Extent.largest { return value > 0 ? .infinity : -.infinity }
        let shown = domain.shown
        switch domain.scale {
        case .linear:
            return (value - shown.lowerBound) / (shown.upperBound - shown.lowerBound)
        case .log:
            guard value >= Extent.smallest else { return .nan }
            // Ends that lie far apart have no quotient that a double holds.
            let low = log(shown.lowerBound)
            return (log(value) - low) / (log(shown.upperBound) - low)
        }
    }
}
