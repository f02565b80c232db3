/// How a terminal was asked to show a piece of text.
struct TextStyle: Equatable {
    /// One of the sixteen named colours, or one by its parts.
    enum Color: Equatable {
        case named(Int)
        case rgb(Int, Int, Int)

        /// A colour of the table of 256: the named ones, a 6 × 6 × 6 cube, and 24 greys.
        init(indexed index: Int) {
            switch index {
            case ..<16: self = .named(max(0, index))
            case ..<232:
                let level = { (digit: Int) in digit == 0 ? 0 : 55 + 40 * digit }
                let cube = index - 16
                self = .rgb(level(cube / 36), level(cube / 6 % 6), level(cube % 6))
            default:
                let grey = 8 + 10 * (min(index, 255) - 232)
                self = .rgb(grey, grey, grey)
            }
        }
    }

    /// What can be on or off.
    struct Traits: OptionSet, Equatable {
        let rawValue: Int
        static let bold = Traits(rawValue: 1)
        static let faint = Traits(rawValue: 2)
        static let italic = Traits(rawValue: 4)
        static let underlined = Traits(rawValue: 8)
        static let inverse = Traits(rawValue: 16)
        static let struck = Traits(rawValue: 32)
    }

    var foreground: Color?
    var background: Color?
    var traits: Traits = []
}

extension TextStyle {
    /// Follows a "select graphic rendition" sequence; what it does not know, it skips.
    mutating func apply(_ parameters: [Int]) {
        var rest = parameters.isEmpty ? [0] : parameters[...]
        while let code = rest.popFirst() {
            switch code {
            case 0: self = TextStyle()
            case 30...37: foreground = .named(code - 30)
            case 90...97: foreground = .named(code - 90 + 8)
            case 40...47: background = .named(code - 40)
            case 100...107: background = .named(code - 100 + 8)
            case 38: foreground = Self.color(&rest) ?? foreground
            case 48: background = Self.color(&rest) ?? background
            case 39: foreground = nil
            case 49: background = nil
            default: applyTrait(code)
            }
        }
    }

    private mutating func applyTrait(_ code: Int) {
        switch code {
        case 1: traits.insert(.bold)
        case 2: traits.insert(.faint)
        case 3: traits.insert(.italic)
        case 4: traits.insert(.underlined)
        case 7: traits.insert(.inverse)
        case 9: traits.insert(.struck)
        case 22: traits.subtract([.bold, .faint])
        case 23: traits.remove(.italic)
        case 24: traits.remove(.underlined)
        case 27: traits.remove(.inverse)
        case 29: traits.remove(.struck)
        default: break
        }
    }

    /// `5;n` or `2;r;g;b`.
    private static func color(_ rest: inout ArraySlice<Int>) -> Color? {
        switch rest.popFirst() {
        case 5: return rest.popFirst().map(Color.init(indexed:))
        case 2:
            guard rest.count >= 3 else { return nil }
            let parts = rest.prefix(3).map { min(max($0, 0), 255) }
            rest.removeFirst(3)
            return .rgb(parts[0], parts[1], parts[2])
        default: return nil
        }
    }
}
