import Chapters

/// Text on its way into HTML.
enum HTMLText {
    /// Appends a text so that an HTML parser gives it back, in elements and in quoted attributes.
    ///
    /// Code points that HTML forbids are replaced: a control character by its picture (`␇`), the rest by U+FFFD. So are
    /// characters that turn the direction of what stands behind them: with them code can read as what it is not.
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
            case _ where scalar.turnsDirection: html += "\u{FFFD}"
            default: html.unicodeScalars.append(scalar.allowedInHTML)
            }
        }
    }

    /// Markup without the code points that HTML forbids, whoever wrote it.
    static func withoutForbidden(_ markup: String) -> String {
        guard markup.utf8.contains(where: mayBeForbidden) else { return markup }
        var allowed = String.UnicodeScalarView()
        for scalar in markup.unicodeScalars {
            switch scalar {
            case "\t", "\n", "\r": allowed.append(scalar)
            default: allowed.append(scalar.allowedInHTML)
            }
        }
        return String(allowed)
    }

    static func escaped(_ text: String) -> String {
        var html = ""
        escape(text, into: &html)
        return html
    }

    /// Whether a byte can be part of something that must be replaced.
    private static func needsCare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        case 0xE2: true
        default: mayBeForbidden(byte)
        }
    }

    private static func mayBeForbidden(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"): false
        case ..<0x20, 0x7F, 0xC2, 0xEF...: true
        default: false
        }
    }
}

extension Unicode.Scalar {
    fileprivate var allowedInHTML: Unicode.Scalar {
        switch value {
        case 0x80..<0xA0, 0xFDD0...0xFDEF: "\u{FFFD}"
        case _ where value & 0xFFFE == 0xFFFE: "\u{FFFD}"
        default: controlPicture ?? self
        }
    }
}
