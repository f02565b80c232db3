import Display
import Synchronization

/// Gives layers and models their names: one counter a kind for the whole session, from zero.
///
///     conv2d, conv2d_1, max_pooling2d, sequential, sequential_1
final class LayerNames: Sendable {
    /// The session's own; tests put another in its place.
    @TaskLocal static var session = LayerNames()

    private let counts = Mutex<[String: Int]>([:])

    /// The name that the author gave, else the next one of the layer's kind.
    func claim(_ layer: any Layer) -> String {
        layer.name ?? next(kind: type(of: layer).kind)
    }

    /// The next name of a kind.
    func next(kind: String) -> String {
        let base = Self.snakeCase(kind)
        let count = claimNumber(of: base)
        return count == 0 ? base : "\(base)_\(count)"
    }

    /// The next name of an input; as in Keras, these are counted from one: `input_1`.
    func nextInput() -> String { "input_\(claimNumber(of: "input") + 1)" }

    private func claimNumber(of base: String) -> Int {
        counts.withLock { counts in
            defer { counts[base, default: 0] += 1 }
            return counts[base, default: 0]
        }
    }

    /// Sees to it that a name from elsewhere, such as a file, is not given to another layer of its kind.
    func reserve(_ name: String) {
        let parts = Self.parts(of: name)
        counts.withLock { $0[parts.base] = max($0[parts.base, default: 0], parts.number + 1) }
    }

    /// A larger number is not one of a session's: it is part of the name.
    private static let largestNumber = 1 << 40

    /// `conv2d_12` is number 12 of its kind, `conv2d` number 0.
    static func parts(of name: String) -> (base: String, number: Int) {
        guard let underscore = name.lastIndex(of: "_"), let number = Int(name[underscore...].dropFirst()),
            (1...largestNumber).contains(number)
        else { return (name, 0) }
        return (String(name[..<underscore]), number)
    }

    /// Keras's lower-case name for a kind: `MaxPooling2D` gives `max_pooling2d`, `LeakyReLU` gives `leaky_re_lu`.
    ///
    /// An underscore stands before a capital that begins a word of more letters, and between a small letter and a capital.
    static func snakeCase(_ kind: String) -> String {
        let letters = Array(kind)
        var name = ""
        for (index, letter) in letters.enumerated() {
            if index > 0, letter.isUppercase {
                let previous = letters[index - 1]
                let beginsWord = index + 1 < letters.count && !letters[index + 1].isUppercase
                if beginsWord || previous.isLowercase { name += "_" }
            }
            name += letter.lowercased()
        }
        return name
    }
}
