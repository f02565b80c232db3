/// Numbers as a column of a table: alike among themselves, with enough digits to tell them apart.
///
///     NumberColumn.texts([0.5, 0.25], digits: 4)                   // 0.50 0.25
///     NumberColumn.texts([1000.00001, 1000.00002], digits: 4)      // 1000.00001 1000.00002
///     NumberColumn.texts([1.5, 1e-9], digits: 4)                   // 1.5e+00 1.0e-09
///     NumberColumn.texts([1990, 2024], digits: 4)                  // 1990 2024
///     NumberColumn.texts([1990, 45_000], digits: 4, groups: true)  // 1,990 45,000
///
/// 1. All have the same decimals, so that their points stand below each other: as many as the number that is the most in
///    need of them takes for its first `digits` digits.
/// 2. Where that makes different numbers the same text, there are more of them, up to the 15 digits that are exact.
/// 3. Whole numbers are written in full where all are exact, up to 2⁵³. Else, where the largest number is below 0.0001, or
///    one takes more than 15 digits before the point or eight behind it, all are written in powers of ten.
/// 4. Thousands are separated, if at all, in a column without decimals of which one has five digits: years have none.
/// 5. What is no number is `nan`, `inf` or `-inf`.
package enum NumberColumn {
    package static func texts(_ values: [Double], digits: Int, groups: Bool = false) -> [String] {
        let finite = values.filter(\.isFinite)
        let format = format(of: finite, digits: digits)
        let isGrouped =
            groups && format == .fixed(decimals: 0) && finite.contains { abs($0) >= 10_000 }
        return values.map { value in
            guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
            return isGrouped ? NumberText.grouped(Int(value.rounded())) : format.text(value)
        }
    }

    private enum Format: Equatable {
        case fixed(decimals: Int)
        case scientific(decimals: Int)

        func text(_ value: Double) -> String {
            // There is no negative zero in a table.
            let value = value == 0 ? 0 : value
            return switch self {
            case .fixed(let decimals): NumberText.fixed(value, decimals: decimals)
            case .scientific(let decimals): NumberText.scientific(value, decimals: decimals)
            }
        }
    }

    private static let mostDigits = 15
    private static let mostDecimals = 8

    /// The shortest format that tells apart what can be told apart.
    private static func format(of values: [Double], digits: Int) -> Format {
        let different = Set(values)
        if different.allSatisfy({ $0.rounded() == $0 && abs($0) <= 0x1p53 }) { return .fixed(decimals: 0) }
        let formats = (digits...mostDigits).map { format(of: different, exactDigits: $0) }
        return formats.first { Set(different.map($0.text)).count == different.count } ?? formats[formats.count - 1]
    }

    private static func format(of values: Set<Double>, exactDigits digits: Int) -> Format {
        let numbers = values.filter { $0 != 0 }.map { SignificantDigits(of: $0, count: digits) }
        let decimals = numbers.map { $0.count - 1 - $0.exponent }.max() ?? 0
        let largest = numbers.map(\.exponent).max() ?? 0
        guard -4..<mostDigits ~= largest, decimals <= mostDecimals else {
            return .scientific(decimals: (numbers.map(\.count).max() ?? 1) - 1)
        }
        return .fixed(decimals: max(decimals, 0))
    }
}

/// The first digits of a number, zeros at their end left out, and the power of ten of the first one.
private struct SignificantDigits {
    let count: Int
    let exponent: Int

    init(of value: Double, count: Int) {
        let parts = NumberText.scientific(abs(value), decimals: count - 1).split(separator: "e")
        let zeros = parts[0].reversed().prefix { $0 == "0" }.count
        self.count = count - min(zeros, count - 1)
        exponent = Int(parts[1]) ?? 0
    }
}
