/// Brackets, line breaks and ellipses around a tensor's numbers, by NumPy's rules.
///
/// 1. An array of axes is a list of its parts in brackets; numbers stand side by side, parts of n axes are n line breaks apart.
/// 2. A line holds at most 75 characters; one that is longer is broken between two numbers, and goes on below its first number.
/// 3. Of an array of more than 1000 numbers only the first and last three along each axis are shown, with `...` between.
struct ArrayText {
    private static let lineWidth = 75
    private static let threshold = 1000
    private static let edge = 3

    private let tensor: Tensor
    private let isSummarised: Bool
    /// The numbers that are shown, and all of the same width.
    private let words: [String]
    private let sizes: [Int]

    init(_ tensor: Tensor) {
        self.tensor = tensor
        isSummarised = tensor.count > Self.threshold
        let shown = isSummarised ? Self.edges(of: tensor) : tensor
        sizes = shown.shape.sizes
        words = ElementTexts(of: shown).words
    }

    var text: String { part(axis: 0, start: 0, indent: " ", width: Self.lineWidth) }

    private static func edges(of tensor: Tensor) -> Tensor {
        var result = tensor
        for axis in 0..<tensor.rank where tensor.shape[axis] > 2 * edge {
            let size = tensor.shape[axis]
            let positions = Array(0..<edge) + Array(size - edge..<size)
            result = result.gathered(at: positions, axis: axis)
        }
        return result
    }

    /// The part whose first number is number `start` of those shown.
    private func part(axis: Int, start: Int, indent: String, width: Int) -> String {
        let stride = sizes[(axis + 1)...].reduce(1, *)
        var lines = axis == sizes.count - 1 ? WrappedLine(indent: indent, width: width - 1) : nil
        var parts: [String] = []
        for index in 0..<sizes[axis] {
            if isSummarised, index == Self.edge, tensor.shape[axis] > 2 * Self.edge {
                lines?.append("...")
                parts.append("...")
            }
            let start = start + index * stride
            if lines != nil {
                lines?.append(words[start])
            } else {
                parts.append(part(axis: axis + 1, start: start, indent: indent + " ", width: width - 1))
            }
        }
        let breaks = String(repeating: "\n", count: sizes.count - axis - 1)
        return "[" + (lines?.text ?? parts.joined(separator: breaks + indent)) + "]"
    }
}

/// Words side by side, in lines of at most so many characters.
private struct WrappedLine {
    let indent: String
    let width: Int
    private var finished = ""
    private var line: String

    init(indent: String, width: Int) {
        self.indent = indent
        self.width = width
        line = indent
    }

    /// What has been appended, without the first line's indent.
    var text: String { String((finished + line).dropFirst(indent.count)) }

    mutating func append(_ word: String) {
        let separated = line.count > indent.count ? line + " " : line
        if separated.count > indent.count, separated.count + word.count > width {
            finished += line + "\n"
            line = indent + word
        } else {
            line = separated + word
        }
    }
}
