/// Text on its way into HTML.
enum HTMLText {
    /// Appends a text so that an HTML parser gives it back, in elements and in quoted attributes.
    ///
    /// Code points that HTML forbids are replaced: a control character by its picture (`␇`), the rest by U+FFFD.
    static func escape(_ text: String, into html: inout String) {
        guard text.utf8.contains(where: needsCare) else { return html += text }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": html += "&amp;"
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            case "\"": html += "&quot;"
            case "'": html += "&#39;"
            case "\t", "\n": html.unicodeScalars.append(scalar)
            default: html.unicodeScalars.append(scalar.allowedInHTML)
            }
        }
    }

    static func escaped(_ text: String) -> String {
        var html = ""
        escape(text, into: &html)
        return html
    }

    /// Whether a byte can be part of something that must be replaced.
    private static func needsCare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"): false
        case ..<0x20, 0x7F, 0xC2, 0xEF...: true
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        default: false
        }
    }
}

extension Unicode.Scalar {
    fileprivate var allowedInHTML: Unicode.Scalar {
        switch value {
        case ..<0x20: Unicode.Scalar(0x2400 + value)!
        case 0x7F: "\u{2421}"
        case 0x80..<0xA0, 0xFDD0...0xFDEF: "\u{FFFD}"
        case _ where value & 0xFFFE == 0xFFFE: "\u{FFFD}"
        default: self
        }
    }
}
