/// Keeps the identifiers of several drawings in one page apart.
///
/// A drawing names its own parts (clip paths, gradients) by `id`, and refers to them by `url(#…)`, `href="#…"` and the
/// `aria-…` attributes. In one page every name may stand only once, so each drawing gets a prefix before its names.
struct SVGIdentifiers {
    private let prefix: [UInt8]
    private var identifiers: Set<[UInt8]> = []

    /// The drawing with a prefix before each of its own identifiers and their uses.
    static func prefixed(_ svg: String, with prefix: String) -> String {
        let bytes = Array(svg.utf8)
        var names = SVGIdentifiers(prefix: Array(prefix.utf8))
        forEachAttribute(of: bytes) { name, value in
            if name.elementsEqual("id".utf8) { names.identifiers.insert(Array(value)) }
        }
        guard !names.identifiers.isEmpty else { return svg }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 16)
        var end = 0
        forEachAttribute(of: bytes) { name, value in
            guard let replacement = names.replacement(for: value, of: String(decoding: name, as: UTF8.self)) else {
                return
            }
            result += bytes[end..<value.startIndex]
            result += replacement
            end = value.endIndex
        }
        return String(decoding: result + bytes[end...], as: UTF8.self)
    }

    private init(prefix: [UInt8]) {
        self.prefix = prefix
    }

    /// An attribute's value with the prefix where it names something, nil where it does not.
    private func replacement(for value: ArraySlice<UInt8>, of attribute: String) -> [UInt8]? {
        switch attribute {
        case "id": return prefix + value
        case "href", "xlink:href":
            return value.first == UInt8(ascii: "#") ? [UInt8(ascii: "#")] + prefixed(value.dropFirst()) : nil
        case "aria-labelledby", "aria-describedby":
            return Array(value.split(separator: UInt8(ascii: " ")).map(prefixed).joined(separator: [UInt8(ascii: " ")]))
        case "fill", "stroke", "clip-path", "mask", "filter", "style", "marker-start", "marker-mid", "marker-end":
            return prefixedAddresses(value)
        default: return nil
        }
    }

    private func prefixed(_ name: ArraySlice<UInt8>) -> [UInt8] {
        identifiers.contains(Array(name)) ? prefix + name : Array(name)
    }

    private func prefixedAddresses(_ value: ArraySlice<UInt8>) -> [UInt8]? {
        let text = String(decoding: value, as: UTF8.self)
        let parts = text.split(separator: "url(#", omittingEmptySubsequences: false)
        guard parts.count > 1 else { return nil }
        let replaced = parts.dropFirst().map { part -> String in
            let name = part.prefix { $0 != ")" }
            return String(decoding: prefixed(Array(name.utf8)[...]), as: UTF8.self) + part.dropFirst(name.count)
        }
        return Array(([String(parts[0])] + replaced).joined(separator: "url(#").utf8)
    }

    /// Calls with the name and the value of each `name="value"`.
    private static func forEachAttribute(of bytes: [UInt8], _ body: (ArraySlice<UInt8>, ArraySlice<UInt8>) -> Void) {
        let quote = UInt8(ascii: "\"")
        var index = 1
        while index < bytes.count {
            defer { index += 1 }
            guard bytes[index] == quote, bytes[index - 1] == UInt8(ascii: "=") else { continue }
            let name = bytes[..<(index - 1)].suffix(24).reversed().prefix { $0 > UInt8(ascii: " ") }.count
            let end = bytes[(index + 1)...].firstIndex(of: quote) ?? bytes.count
            body(bytes[(index - 1 - name)..<(index - 1)], bytes[(index + 1)..<end])
            index = end
        }
    }
}
