/// Where a text's given place lies in it.
enum TextAnchor: String {
    case start
    case middle
    case end

    /// The attribute, and the direction of the text where it runs from the right: its start is then its right end.
    func attributes(of text: String) -> SVGAttributes {
        guard TextDirection.isRightToLeft(text) else { return ["text-anchor": self == .start ? nil : rawValue] }
        return ["text-anchor": opposite == .start ? nil : opposite.rawValue, "direction": "rtl"]
    }

    private var opposite: TextAnchor {
        switch self {
        case .start: .end
        case .middle: .middle
        case .end: .start
        }
    }
}

extension SVGElement {
    /// A line of text whose baseline is at a place.
    static func text(
        _ string: String, at point: PlotPoint, _ style: TextStyle, anchor: TextAnchor = .start,
        _ more: SVGAttributes = [:]
    ) -> SVGElement {
        SVGElement(
            "text",
            [
                "x": point.x, "y": point.y, "font-size": style.size, "font-weight": style.isBold ? "600" : nil,
            ], anchor.attributes(of: string), more, text: string)
    }
}

/// The direction that a line of text runs in, as far as a drawing has to know it.
enum TextDirection {
    /// Whether the first letter that has a direction is of a script that is written from the right.
    ///
    ///     TextDirection.isRightToLeft("الدقة (accuracy)")   // true
    static func isRightToLeft(_ text: String) -> Bool {
        for scalar in text.unicodeScalars {
            if rightToLeft.contains(where: { $0.contains(scalar.value) }) { return true }
            if scalar.properties.isAlphabetic { return false }
        }
        return false
    }

    /// Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms; the old scripts, Adlam and Rohingya.
    private static let rightToLeft: [ClosedRange<UInt32>] = [
        0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF,
    ]
}
