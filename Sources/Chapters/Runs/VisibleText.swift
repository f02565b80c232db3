/// Text for a terminal that says what it holds and commands nothing.
///
/// 1. Control characters become their pictures (`␛`), apart from tabs and line breaks; those of eight bits, which
///    terminals obey as well, become U+FFFD.
/// 2. So do characters that turn the direction of what stands behind them: with them a line can read as what it is not.
package enum VisibleText {
    package static func of(_ text: some StringProtocol) -> String {
        guard text.utf8.contains(where: needsCare) else { return String(text) }
        var visible = String.UnicodeScalarView()
        visible.append(contentsOf: text.unicodeScalars.lazy.map(\.visible))
        return String(visible)
    }

    /// Whether a byte can be part of something that must be replaced.
    private static func needsCare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"): false
        case ..<0x20, 0x7F, 0xC2, 0xE2: true
        default: false
        }
    }
}

extension Unicode.Scalar {
    fileprivate var visible: Unicode.Scalar {
        switch value {
        case 0x09, 0x0A: self
        case 0x80..<0xA0: "\u{FFFD}"
        case _ where turnsDirection: "\u{FFFD}"
        default: controlPicture ?? self
        }
    }

    /// Whether it embeds, overrides or isolates a direction of writing, or ends that.
    package var turnsDirection: Bool { (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) }

    /// What stands for a control character of seven bits where it may not stand itself; nil for any other character.
    package var controlPicture: Unicode.Scalar? {
        switch value {
        case ..<0x20: Unicode.Scalar(0x2400 + value)
        case 0x7F: "\u{2421}"
        default: nil
        }
    }
}
