/// A formula as a tree, between its TeX and its MathML.
indirect enum MathNode: Equatable {
    /// Pieces side by side.
    case row([MathNode])
    /// A letter (italic unless upright) or the name of a function.
    case identifier(String, isUpright: Bool = false)
    case number(String)
    case symbol(MathSymbol)
    case text(String)
    /// `hasRule` is false for binomials and for `\atop`.
    case fraction(MathNode, MathNode, hasRule: Bool = true)
    case root(MathNode, index: MathNode?)
    /// Beside the base, or above and below it where `areLimits`.
    case scripts(MathNode, lower: MathNode?, upper: MathNode?, areLimits: Bool)
    /// A mark over or under the whole of its base.
    case accent(MathNode, mark: String, isBelow: Bool, stretches: Bool)
    /// Delimiters that grow with what they enclose; an empty one is not drawn.
    case fenced(String, MathNode, String)
    case table(rows: [[MathNode]], alignment: MathTableAlignment)
    /// Empty width, in em.
    case space(Double)
    /// A style for all that it holds: `displaystyle` on or off.
    case style(MathNode, isDisplay: Bool)
    /// As large as its content, which is not drawn.
    case phantom(MathNode)
    /// What the converter does not know, as it was written.
    case unknown(String)
}

/// An operator, a relation, a delimiter or a mark of punctuation.
struct MathSymbol: Equatable {
    var text: String
    /// Space before and behind it, in em; nil leaves both to the renderer, which knows the usual operators.
    var space: Space?
    /// Whether it grows with its surroundings.
    var stretches = false
    /// Whether its scripts stand above and below it where there is room.
    var takesLimits = false
    /// A height in em, for `\big` and the like.
    var size: Double?

    /// Widths in em; a number stands for the same on both sides.
    struct Space: Equatable, ExpressibleByFloatLiteral {
        var before: Double
        var behind: Double

        init(before: Double, behind: Double) {
            (self.before, self.behind) = (before, behind)
        }

        init(floatLiteral width: Double) {
            self.init(before: width, behind: width)
        }
    }
}

/// How the columns of a table in a formula are set.
enum MathTableAlignment: Equatable {
    case centered
    /// `cases`.
    case leading
    /// Right and left in turn, as `aligned` sets the two sides of equations.
    case pairs
    /// Each column by its letter, as in `\begin{array}{lcr}`.
    case columns([Character])
}
