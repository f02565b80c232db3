import Display

/// How a number is written in the path of a checkpoint: what stands behind the colon of `{epoch:02d}`.
struct CheckpointNumber {
    private enum Kind {
        case short, whole
        case fixed(decimals: Int)
        case scientific(decimals: Int)
    }

    private let kind: Kind
    private let width: Int
    private let filler: Character

    /// Nil for what is not such a format.
    init?(_ text: Substring) {
        let sizes = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
        let areSizes = sizes.allSatisfy { $0.count <= 2 && $0.allSatisfy { ("0"..."9").contains($0) } }
        guard areSizes, sizes.count <= 2, sizes.dropFirst().first != "" else { return nil }
        let decimals = sizes.count == 2 ? Int(sizes[1]) : nil
        switch text.last {
        case nil: kind = .short
        case "d" where decimals == nil: kind = .whole
        case "f": kind = .fixed(decimals: decimals ?? 6)
        case "e": kind = .scientific(decimals: decimals ?? 6)
        default: return nil
        }
        width = sizes.first.flatMap { Int($0) } ?? 0
        filler = sizes.first?.first == "0" ? "0" : " "
    }

    func text(_ number: Double) -> String {
        let digits =
            switch kind {
            case .short: NumberText.short(number)
            case .whole: NumberText.fixed(number, decimals: 0)
            case .fixed(let decimals): NumberText.fixed(number, decimals: decimals)
            case .scientific(let decimals): NumberText.scientific(number, decimals: decimals)
            }
        let missing = String(repeating: filler, count: max(width - digits.count, 0))
        return filler == "0" && digits.hasPrefix("-") ? "-" + missing + digits.dropFirst() : missing + digits
    }
}
