/// The sizes of text in a figure, in its units.
struct TextStyle: Equatable {
    let size: Double
    let isBold: Bool

    static let figureTitle = TextStyle(size: 16, isBold: true)
    static let title = TextStyle(size: 14, isBold: true)
    static let label = TextStyle(size: 12, isBold: false)
    static let tick = TextStyle(size: 11.5, isBold: false)
    static let small = TextStyle(size: 10.5, isBold: false)

    /// From one baseline to the next.
    var lineHeight: Double { (size * 1.3).rounded(.up) }

    /// From the baseline to the top of a capital letter or a digit.
    var capHeight: Double { size * 0.73 }

    /// How wide the text is set in this style, at most.
    ///
    ///     TextStyle.tick.width(of: "0.25")   // 25.6
    func width(of text: String) -> Double {
        var thousandths = 0
        for scalar in text.unicodeScalars { thousandths += CharacterWidths.width(of: scalar) }
        return Double(thousandths) / 1000 * size * (isBold ? 1.12 : 1)
    }
}
