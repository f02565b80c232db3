import Display

/// Single numbers as people read them.
enum ValueText {
    /// Four significant digits, without zeros at their end; whole numbers in full.
    ///
    ///     ValueText.short(0.271943)   // 0.2719
    ///     ValueText.short(45_000)     // 45,000
    static func short(_ value: Double) -> String {
        guard value.isFinite else { return value.isNaN ? "–" : value < 0 ? "−∞" : "∞" }
        if value.rounded() == value, abs(value) < 1e12 {
            return signed(NumberText.grouped(Int(value.magnitude)), value)
        }
        return signed(NumberText.significant(value.magnitude, digits: 4), value)
    }

    private static func signed(_ text: String, _ value: Double) -> String {
        value < 0 ? "−\(text)" : text
    }
}
