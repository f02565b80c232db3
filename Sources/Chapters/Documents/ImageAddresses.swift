/// The addresses of images in the author's own Markdown and HTML.
package enum ImageAddresses {
    /// Markdown with other addresses for its images, and for whatever else has the same address.
    ///
    /// It is found where it stands in brackets, `![…](address)`, in a definition, `[…]: address`, and in `<img src="address">`.
    /// Code in backticks stays as it is.
    ///
    /// - Parameter replacement: the address to put in the place of one; nil where it stays.
    package static func replaced(in markdown: String, by replacement: @escaping (String) -> String?) -> String {
        var scanner = ImageAddressScanner(Array(markdown.utf8), replacement: replacement)
        return scanner.replaced()
    }

    /// HTML with other sources for its `img` elements.
    ///
    /// - Parameter replacement: the address to put in the place of one; nil where it stays.
    static func replaced(inHTML html: String, by replacement: (String) -> String?) -> String {
        guard html.contains(/<img\b/.ignoresCase()) else { return html }
        // No tag reaches beyond the next `<`, so that what is left open costs no second look.
        let source = /(<img\b[^<>]*?\ssrc\s*=\s*)(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))/.ignoresCase()
        return html.replacing(source) { match in
            let address = match.output.2 ?? match.output.3 ?? match.output.4 ?? ""
            guard let new = replacement(String(address).replacing("&amp;", with: "&")) else {
                return String(match.output.0)
            }
            return "\(match.output.1)\"\(new.replacing("&", with: "&amp;").replacing("\"", with: "&quot;"))\""
        }
    }
}

/// One pass over Markdown.
private struct ImageAddressScanner {
    private let bytes: [UInt8]
    private let replacement: (String) -> String?
    private var position = 0
    private var result: [UInt8] = []
    /// Runs of backticks, by their length, that nothing closes any more.
    private var unclosed: Set<Int> = []

    init(_ bytes: [UInt8], replacement: @escaping (String) -> String?) {
        self.bytes = bytes
        self.replacement = replacement
    }

    mutating func replaced() -> String {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "`"): copy(through: endOfCode())
            case UInt8(ascii: "\\"): copy(through: min(position + 2, bytes.count))
            case UInt8(ascii: "]") where [UInt8(ascii: "("), UInt8(ascii: ":")].contains(byte(at: position + 1)):
                copy(through: position + 2)
                takeAddress()
            case UInt8(ascii: "<"): takeTag()
            default: copy(through: position + 1)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    private mutating func copy(through end: Int) {
        result += bytes[position..<end]
        position = end
    }

    /// Where the code ends that begins here; behind the backticks where it has no end.
    private mutating func endOfCode() -> Int {
        let fence = endOfRun(from: position)
        let length = fence - position
        guard !unclosed.contains(length) else { return fence }
        var index = fence
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "`") else {
                index += 1
                continue
            }
            let end = endOfRun(from: index)
            if end - index == length { return end }
            index = end
        }
        unclosed.insert(length)
        return fence
    }

    private func endOfRun(from start: Int) -> Int {
        bytes[start...].firstIndex { $0 != UInt8(ascii: "`") } ?? bytes.count
    }

    /// The address that stands here, with or without angle brackets.
    private mutating func takeAddress() {
        let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        copy(through: bytes[position...].firstIndex { !isSpace($0) } ?? bytes.count)
        if byte(at: position) == UInt8(ascii: "<") {
            copy(through: position + 1)
            let end = bytes[position...].firstIndex { [0x0A, UInt8(ascii: ">")].contains($0) } ?? bytes.count
            return byte(at: end) == UInt8(ascii: ">") ? replace(through: end) : copy(through: end)
        }
        var depth = 0
        let end = bytes[position...].firstIndex { byte in
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            return byte <= 0x20 || depth < 0
        }
        replace(through: end ?? bytes.count)
    }

    private mutating func replace(through end: Int) {
        let address = String(decoding: bytes[position..<end], as: UTF8.self)
        result += replacement(address).map { Array($0.utf8) } ?? Array(bytes[position..<end])
        position = end
    }

    private mutating func takeTag() {
        guard byte(at: position + 1) | 0x20 == UInt8(ascii: "i") else { return copy(through: position + 1) }
        let end = bytes[(position + 1)...].firstIndex { [UInt8(ascii: "<"), UInt8(ascii: ">")].contains($0) }
        let tag = String(decoding: bytes[position..<(end ?? position + 1)], as: UTF8.self)
        let replaced = ImageAddresses.replaced(inHTML: tag, by: replacement)
        guard replaced != tag, let end else { return copy(through: position + 1) }
        result += Array(replaced.utf8)
        position = end
    }
}
