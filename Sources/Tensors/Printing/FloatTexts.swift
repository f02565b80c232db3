/// The texts of many floats in columns, as NumPy lays them out.
///
/// 1. Each number has the shortest digits that tell it from its neighbours among the floats, at most eight after the point.
/// 2. The points stand below each other; a number is filled up with spaces behind.
/// 3. Where the largest magnitude is at least 10⁶, or the smallest (zero aside) is below 10⁻⁴, or the one is more than a
///    thousand times the other, all are written with an exponent and equally many digits.
struct FloatTexts {
    let words: [String]

    private static let decimals = 8

    init(_ values: [Float]) {
        let finite = values.filter(\.isFinite)
        let layout = Self.needsExponent(finite) ? Self.scientific(finite) : Self.positional(finite)
        // A word that is no number is as wide as the others; its text may make all of them wider.
        let nonFinite = values.filter { !$0.isFinite }.map { FloatText.nonFinite($0).utf8.count }.max() ?? 0
        let width = max(nonFinite, layout.width)
        words = values.map { value in
            let word = value.isFinite ? layout.word(value) : FloatText.nonFinite(value)
            return String(repeating: " ", count: width - word.utf8.count) + word
        }
    }

    private static func needsExponent(_ values: [Float]) -> Bool {
        let magnitudes = values.filter { $0 != 0 }.map { abs($0) }
        guard let largest = magnitudes.max(), let smallest = magnitudes.min() else { return false }
        return largest >= 1e6 || smallest < 0.0001 || largest / smallest > 1000
    }

    /// How one number is written, and how many characters that takes.
    private struct Layout {
        let width: Int
        let word: (Float) -> String
    }

    private static func scientific(_ values: [Float]) -> Layout {
        let texts = values.map(FloatText.init)
        let fraction = texts.map { $0.scientific.fraction.utf8.count }.max() ?? 0
        let mantissa = texts.map { $0.scientific.mantissa.utf8.count }.max() ?? 0
        let exponent = texts.map { $0.exponentText(digits: 2).utf8.count - 2 }.max() ?? 0
        return Layout(width: mantissa + 1 + fraction + exponent + 2) { value in
            let text = FloatText(value)
            let digits = text.scientific.fraction
            let zeros = String(repeating: "0", count: fraction - digits.utf8.count)
            return text.scientific.mantissa + "." + digits + zeros + text.exponentText(digits: exponent)
        }
    }

    private static func positional(_ values: [Float]) -> Layout {
        let texts = values.map { FloatText($0).positional(decimals: decimals) }
        let whole = texts.map(\.whole.utf8.count).max() ?? 0
        let fraction = texts.map(\.fraction.utf8.count).max() ?? 0
        return Layout(width: whole + 1 + fraction) { value in
            let text = FloatText(value).positional(decimals: decimals)
            return text.whole + "." + text.fraction
                + String(repeating: " ", count: fraction - text.fraction.utf8.count)
        }
    }
}
