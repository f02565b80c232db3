import Foundation
import Sessions

/// What tells a file that nbrun wrote from every other: a hash of the file, in the file itself.
///
/// 1. The mark is `nbrun-seal:` and 32 hexadecimal digits: the hash of the file with zeros in their place.
/// 2. A page and a drawing have it in a comment behind all else, Markdown in a comment before all else (an open fence at
///    its end would show it), a notebook in its metadata.
/// 3. The first or the last mark of a file counts; any other is a text about seals.
///
/// A seal needs no run record: a report that was committed, or came from another machine, is still known. Sealing is a pure
/// function: the same text gives the same bytes.
///
///     Seal.state(of: Data(Seal.page("<p>1</p>\n").utf8))                           // .intact
///     Seal.state(of: Data(Seal.page("<p>1</p>\n").replacing("1", with: "2").utf8)) // .broken
enum Seal {
    /// What the seal of a file says.
    enum State {
        /// There is none.
        case absent
        /// The file is not as nbrun wrote it.
        case broken
        case intact
    }

    /// The mark before the hash is known.
    static let blank = word + String(decoding: zeros, as: UTF8.self)

    private static let word = "nbrun-seal:"
    private static let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: 32)

    /// A page, or a drawing, with a seal as its last line.
    static func page(_ text: String) -> String { filled("\(text)<!-- \(blank) -->\n", at: .last) }

    /// A notebook, in whose metadata a blank mark stands.
    static func notebook(_ text: String) -> String { filled(text, at: .last) }

    /// Markdown with a seal as its first line.
    ///
    /// - Parameter remark: what the seal's comment says besides; one line.
    static func markdown(_ text: String, remark: String = "") -> String {
        filled("<!-- \(blank)\(remark) -->\n\n\(text)", at: .first)
    }

    static func state(of data: Data) -> State {
        let marks = Set([Place.first, .last].compactMap { hash(in: data, at: $0) })
        guard !marks.isEmpty else { return .absent }
        return marks.contains { isTrue(of: data, $0) } ? .intact : .broken
    }

    private enum Place {
        case first, last
    }

    private static func filled(_ text: String, at place: Place) -> String {
        var data = Data(text.utf8)
        guard let digits = hash(in: data, at: place) else { return text }
        data.replaceSubrange(digits, with: Data(FileFingerprint.of(data).utf8))
        return String(decoding: data, as: UTF8.self)
    }

    private static func isTrue(of data: Data, _ digits: Range<Int>) -> Bool {
        var blank = data
        blank.replaceSubrange(digits, with: zeros)
        return Data(FileFingerprint.of(blank).utf8) == data[digits]
    }

    /// Where the digits of a mark are.
    private static func hash(in data: Data, at place: Place) -> Range<Int>? {
        guard let word = data.range(of: Data(word.utf8), options: place == .last ? .backwards : []) else { return nil }
        let digits = word.upperBound..<word.upperBound + zeros.count
        guard digits.upperBound <= data.endIndex else { return nil }
        return digits
    }
}
