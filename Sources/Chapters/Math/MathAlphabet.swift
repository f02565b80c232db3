/// Letters of another style, which Unicode has as characters of their own: 𝐱, ℝ, 𝓛.
enum MathAlphabet: Equatable {
    case bold, italic, boldItalic, blackboard, script, fraktur, sansSerif, typewriter

    init?(command: String) {
        switch command {
        case "mathbf", "bf": self = .bold
        case "mathit": self = .italic
        case "boldsymbol", "bm", "pmb": self = .boldItalic
        case "mathbb": self = .blackboard
        case "mathcal", "mathscr": self = .script
        case "mathfrak": self = .fraktur
        case "mathsf": self = .sansSerif
        case "mathtt": self = .typewriter
        default: return nil
        }
    }

    /// The formula with its letters and digits in this alphabet.
    func applied(to node: MathNode) -> MathNode {
        switch node {
        case .row(let nodes): .row(nodes.map(applied))
        case .identifier(let name, _): .identifier(applied(to: name), isUpright: false)
        case .number(let digits): .number(applied(to: digits))
        case .scripts(let base, let lower, let upper, let areLimits):
            .scripts(applied(to: base), lower: lower.map(applied), upper: upper.map(applied), areLimits: areLimits)
        case .accent(let base, let mark, let isBelow, let stretches):
            .accent(applied(to: base), mark: mark, isBelow: isBelow, stretches: stretches)
        default: node
        }
    }

    func applied(to text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { exceptions[$0] ?? shifted($0) }))
    }

    private func shifted(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let starts = self.starts
        switch scalar {
        case "A"..."Z": return starts.latin.flatMap { Unicode.Scalar($0 + scalar.value - 0x41) } ?? scalar
        case "a"..."z": return starts.latin.flatMap { Unicode.Scalar($0 + 26 + scalar.value - 0x61) } ?? scalar
        case "0"..."9": return starts.digits.flatMap { Unicode.Scalar($0 + scalar.value - 0x30) } ?? scalar
        case "Α"..."Ω": return starts.greek.flatMap { Unicode.Scalar($0 + scalar.value - 0x391) } ?? scalar
        case "α"..."ω": return starts.greek.flatMap { Unicode.Scalar($0 + 26 + scalar.value - 0x3B1) } ?? scalar
        default: return scalar
        }
    }

    /// Where the block "Mathematical Alphanumeric Symbols" has the alphabet's A, Α and 0.
    private var starts: (latin: UInt32?, greek: UInt32?, digits: UInt32?) {
        switch self {
        case .bold: (0x1D400, 0x1D6A8, 0x1D7CE)
        case .italic: (0x1D434, 0x1D6E2, nil)
        case .boldItalic: (0x1D468, 0x1D71C, 0x1D7CE)
        case .blackboard: (0x1D538, nil, 0x1D7D8)
        case .script: (0x1D49C, nil, nil)
        case .fraktur: (0x1D504, nil, nil)
        case .sansSerif: (0x1D5A0, nil, 0x1D7E2)
        case .typewriter: (0x1D670, nil, 0x1D7F6)
        }
    }

    /// Letters that Unicode had elsewhere before that block was made.
    private var exceptions: [Unicode.Scalar: Unicode.Scalar] {
        switch self {
        case .italic: ["h": "ℎ"]
        case .blackboard: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"]
        case .script:
            [
                "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ", "g": "ℊ",
                "o": "ℴ",
            ]
        case .fraktur: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"]
        case .bold, .boldItalic, .sansSerif, .typewriter: [:]
        }
    }
}
