/// How a line is drawn: a second way, beside the colour, to tell series apart.
public enum LineStyle: String, Sendable, CaseIterable {
    case solid = "-"
    case dashed = "--"
    case dashDotted = "-."
    case dotted = ":"

    /// Lengths of dashes and gaps for a line of this width.
    func dashes(width: Double) -> String? {
        let lengths: [Double]
        switch self {
        case .solid: return nil
        case .dashed: lengths = [3.2, 2]
        case .dashDotted: lengths = [4, 1.8, 0.9, 1.8]
        case .dotted: lengths = [0.9, 1.7]
        }
        return lengths.map { SVGNumber.text($0 * width) }.joined(separator: " ")
    }
}
