/// Writes a formula as MathML Core, which browsers draw without help.
enum MathMLWriter {
    /// The whole element; the TeX goes with it, for those who copy it.
    static func element(_ formula: MathNode, tex: String, isDisplay: Bool) -> String {
        """
        <math\(isDisplay ? " display=\"block\"" : "")><semantics>\(row(formula))\
        <annotation encoding="application/x-tex">\(escaped(tex))</annotation></semantics></math>
        """
    }

    static func markup(of node: MathNode) -> String {
        switch node {
        case .row(let nodes): nodes.count == 1 ? markup(of: nodes[0]) : row(node)
        case .identifier(let name, let isUpright): identifier(name, isUpright: isUpright)
        case .number(let digits): "<mn>\(escaped(digits))</mn>"
        case .symbol(let symbol): self.symbol(symbol)
        case .text(let text): "<mtext>\(escaped(text.replacing(" ", with: "\u{A0}")))</mtext>"
        case .fraction(let upper, let lower, let hasRule):
            "<mfrac\(hasRule ? "" : " linethickness=\"0\"")>\(markup(of: upper))\(markup(of: lower))</mfrac>"
        case .root(let content, nil): "<msqrt>\(markup(of: content))</msqrt>"
        case .root(let content, let index?): "<mroot>\(markup(of: content))\(markup(of: index))</mroot>"
        case .scripts(let base, let lower, let upper, let areLimits):
            scripts(
                base, lower, upper, names: areLimits ? ["munder", "mover", "munderover"] : ["msub", "msup", "msubsup"])
        case .accent(let base, let mark, let isBelow, let stretches):
            accent(base, mark, isBelow: isBelow, stretches: stretches)
        case .fenced(let open, let content, let close):
            "<mrow>\(delimiter(open, "prefix"))\(markup(of: content))\(delimiter(close, "postfix"))</mrow>"
        case .table(let rows, let alignment): table(rows, alignment)
        case .space(let width): "<mspace width=\"\(em(width))\"></mspace>"
        case .style(let content, let isDisplay): "<mstyle displaystyle=\"\(isDisplay)\">\(markup(of: content))</mstyle>"
        case .phantom(let content): "<mphantom>\(markup(of: content))</mphantom>"
        case .unknown(let tex): "<merror><mtext>\(escaped(tex))</mtext></merror>"
        }
    }

    private static func row(_ node: MathNode) -> String {
        guard case .row(let nodes) = node else { return "<mrow>\(markup(of: node))</mrow>" }
        return "<mrow>\(nodes.map(markup).joined())</mrow>"
    }

    /// A single letter is italic by itself, a longer name upright.
    private static func identifier(_ name: String, isUpright: Bool) -> String {
        "<mi\(isUpright && name.count == 1 ? " mathvariant=\"normal\"" : "")>\(escaped(name))</mi>"
    }

    private static func symbol(_ symbol: MathSymbol) -> String {
        var attributes = symbol.stretches ? "" : " stretchy=\"false\""
        if let space = symbol.space {
            attributes += " lspace=\"\(em(space.before))\" rspace=\"\(em(space.behind))\""
        }
        if symbol.takesLimits { attributes += " movablelimits=\"true\"" }
        if let size = symbol.size {
            attributes = " stretchy=\"true\" minsize=\"\(em(size))\" maxsize=\"\(em(size))\""
        }
        return "<mo\(attributes)>\(escaped(symbol.text))</mo>"
    }

    private static func scripts(_ base: MathNode, _ lower: MathNode?, _ upper: MathNode?, names: [String]) -> String {
        let base = markup(of: base)
        switch (lower, upper) {
        case (nil, nil): return base
        case (let lower?, nil): return "<\(names[0])>\(base)\(markup(of: lower))</\(names[0])>"
        case (nil, let upper?): return "<\(names[1])>\(base)\(markup(of: upper))</\(names[1])>"
        case (let lower?, let upper?):
            return "<\(names[2])>\(base)\(markup(of: lower))\(markup(of: upper))</\(names[2])>"
        }
    }

    private static func accent(_ base: MathNode, _ mark: String, isBelow: Bool, stretches: Bool) -> String {
        let name = isBelow ? "munder" : "mover"
        let attribute = isBelow ? "accentunder" : "accent"
        let mark = "<mo stretchy=\"\(stretches)\">\(escaped(mark))</mo>"
        return "<\(name) \(attribute)=\"true\">\(markup(of: base))\(mark)</\(name)>"
    }

    private static func delimiter(_ text: String, _ form: String) -> String {
        text.isEmpty ? "" : "<mo form=\"\(form)\" stretchy=\"true\" fence=\"true\">\(escaped(text))</mo>"
    }

    private static func table(_ rows: [[MathNode]], _ alignment: MathTableAlignment) -> String {
        let rows = rows.map { cells in
            let cells = cells.enumerated().map { index, cell in
                "<mtd\(alignment.style(ofColumn: index))>\(markup(of: cell))</mtd>"
            }
            return "<mtr>\(cells.joined())</mtr>"
        }
        let isDisplay = alignment == .pairs ? " displaystyle=\"true\"" : ""
        return "<mtable\(isDisplay)>\(rows.joined())</mtable>"
    }

    private static func em(_ width: Double) -> String {
        let thousandths = Int((width * 1000).rounded())
        if thousandths % 1000 == 0 { return "\(thousandths / 1000)em" }
        let fraction = String(1000 + abs(thousandths) % 1000).dropFirst()
        return "\(thousandths < 0 ? "-" : "")\(abs(thousandths) / 1000).\(fraction)em"
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}

extension MathTableAlignment {
    fileprivate func style(ofColumn index: Int) -> String {
        switch self {
        case .centered: return ""
        case .leading: return " style=\"text-align:left\""
        case .pairs:
            // The space between the two sides of an equation is the relation's own.
            return index % 2 == 0
                ? " style=\"text-align:right;padding-right:0\"" : " style=\"text-align:left;padding-left:0\""
        case .columns(let letters):
            let sides: [Character: String] = ["l": "left", "r": "right"]
            let side = letters.indices.contains(index) ? sides[letters[index]] : nil
            return side.map { " style=\"text-align:\($0)\"" } ?? ""
        }
    }
}
