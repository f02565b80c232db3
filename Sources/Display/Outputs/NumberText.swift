/// Numbers as readers of scientific output expect them, without a locale.
public enum NumberText {
    /// Four decimals, or four significant digits in powers of ten below 0.001, as Keras prints a metric.
    ///
    ///     NumberText.metric(0.27194)   // 0.2719
    ///     NumberText.metric(0.00025)   // 2.5000e-04
    public static func metric(_ value: Double) -> String {
        guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
        let magnitude = abs(value)
        return magnitude > 1e-3 || magnitude == 0 ? fixed(value, decimals: 4) : scientific(value, decimals: 4)
    }

    /// `241546` as `241,546`.
    public static func grouped(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return value < 0 ? "-" + text : text
    }

    /// As many digits as the number needs, none of them after the point for a whole one.
    ///
    ///     NumberText.short(30)    // 30
    ///     NumberText.short(0.5)   // 0.5
    public static func short(_ value: Double) -> String {
        let text = String(value)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// C's `%.*g`, correctly rounded: so many significant digits, zeros at the end left out.
    ///
    ///     NumberText.significant(0.271943, digits: 4)   // 0.2719
    ///     NumberText.significant(123456.7, digits: 4)   // 1.235e+05
    public static func significant(_ value: Double, digits: Int) -> String {
        formatted("%.*g", value, digits)
    }

    /// C's `%.*f`, correctly rounded.
    public static func fixed(_ value: Double, decimals: Int) -> String {
        formatted("%.*f", value, decimals)
    }

    /// C's `%.*e`, correctly rounded.
    public static func scientific(_ value: Double, decimals: Int) -> String {
        formatted("%.*e", value, decimals)
    }
}
