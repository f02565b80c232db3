/// Paths as addresses in Markdown and HTML.
package enum FileAddress {
    /// A relative path with every byte that has a meaning in addresses or in Markdown written as `%` and two digits.
    ///
    ///     FileAddress.encoded("my figures/장.svg")   // my%20figures/%EC%9E%A5.svg
    package static func encoded(_ path: String) -> String {
        let bytes = path.utf8.map { byte -> String in
            let scalar = UnicodeScalar(byte)
            let isPlain =
                scalar.isASCII
                && (Character(scalar).isLetter || Character(scalar).isNumber || "-_./~".unicodeScalars.contains(scalar))
            if isPlain { return String(scalar) }
            return (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
        }
        return bytes.joined()
    }
}
