extension SVGElement {
    /// The element as markup, an element a line.
    ///
    /// Pages scale up images with their pixels kept as squares, and other programs may blur them: for these, each pixel is
    /// written `pixelZoom` times across and down.
    func markup(pixelZoom: Int = 1) -> String {
        var text = ""
        write(to: &text, indent: 0, pixelZoom)
        return text
    }

    private func write(to text: inout String, indent: Int, _ pixelZoom: Int) {
        text.append(contentsOf: repeatElement(" ", count: indent))
        text.append("<\(name)")
        for (name, value) in attributes.pairs {
            text.append(" \(name)=\"")
            MarkupText.append(value, to: &text)
            text.append("\"")
        }
        switch content {
        case .elements(let children) where children.isEmpty:
            text.append("/>\n")
        case .elements(let children):
            text.append(">\n")
            for child in children { child.write(to: &text, indent: indent + 1, pixelZoom) }
            text.append(contentsOf: repeatElement(" ", count: indent))
            text.append("</\(name)>\n")
        case .text(let string):
            text.append(">")
            MarkupText.append(string, to: &text)
            text.append("</\(name)>\n")
        case .picture(let picture):
            let bytes = PNGEncoder.encode(picture.enlarged(by: pixelZoom))
            text.append(" href=\"data:image/png;base64,\(Base64.encode(bytes))\"/>\n")
        }
    }
}

/// Text that stays text inside of markup.
enum MarkupText {
    /// Appends the string with everything escaped that XML or HTML would read as markup; control characters, which
    /// XML cannot hold, become U+FFFD.
    static func append(_ string: String, to text: inout String) {
        guard string.utf8.contains(where: isSpecial) else {
            text.append(string)
            return
        }
        for scalar in string.unicodeScalars { text.unicodeScalars.append(contentsOf: escaped(scalar).unicodeScalars) }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x7F || byte == 0xEF || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
            || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\"")
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "<": "&lt;"
        case ">": "&gt;"
        case "&": "&amp;"
        case "\"": "&quot;"
        case "\t", "\n", "\r": " "
        case "\u{0}"..<"\u{20}", "\u{7F}", "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
        default: String(scalar)
        }
    }
}
