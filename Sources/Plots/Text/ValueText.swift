import Display

/// Single numbers as people read them.
enum ValueText {
    /// Four significant digits, without zeros at their end; whole numbers in full, and all digits before the point.
    ///
    ///     ValueText.short(0.271943)   // 0.2719
    ///     ValueText.short(45_000)     // 45,000
    ///     ValueText.short(2.5e12)     // 2.5×10¹²
    static func short(_ value: Double) -> String {
        guard value.isFinite else { return value.isNaN ? "–" : value < 0 ? "−∞" : "∞" }
        if value.rounded() == value, abs(value) < 1e12 {
            return signed(NumberText.grouped(Int(value.magnitude)), value)
        }
        let magnitude = value.magnitude
        if magnitude >= 9999.5, magnitude < 999_999_999_999.5 {
            return signed(NumberText.grouped(Int(magnitude.rounded())), value)
        }
        return signed(TickText.withPower(NumberText.significant(magnitude, digits: 4)), value)
    }

    /// The same for a place on an axis, such as a year: thousands are separated from five digits on.
    ///
    ///     ValueText.place(1990)     // 1990
    ///     ValueText.place(45_000)   // 45,000
    static func place(_ value: Double) -> String {
        value.rounded() == value && abs(value) < 10_000 ? signed(String(Int(value.magnitude)), value) : short(value)
    }

    /// Texts with as many digits as tell values apart that belong together: four where that is enough.
    static func distinct(_ values: [Double], _ text: (Double) -> String = short) -> [String] {
        let different = Set(values.filter(\.isFinite)).count
        let short = values.map(text)
        guard Set(zip(values, short).filter(\.0.isFinite).map(\.1)).count < different else { return short }
        return column(values)
    }

    /// A column of a table: numbers in one format, told apart; NaN is named, since an empty cell is one without a value.
    static func column(_ values: [Double]) -> [String] {
        zip(values, NumberColumn.texts(values, digits: 4, groups: true)).map { value, text in
            if value.isNaN { return "NaN" }
            return value.isFinite ? signed(String(text.drop { $0 == "-" }), value) : short(value)
        }
    }

    private static func signed(_ text: String, _ value: Double) -> String {
        value < 0 ? "−\(text)" : text
    }
}
