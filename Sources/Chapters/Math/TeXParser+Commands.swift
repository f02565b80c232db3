extension TeXParser {
    /// What a command stands for, its arguments read.
    mutating func command(_ name: String, from start: Int) -> MathNode {
        if let symbol = TeXSymbols.commands[name] { return .symbol(symbol) }
        if let letter = TeXSymbols.letters[name] { return .identifier(letter.text, isUpright: letter.isUpright) }
        if let known = TeXSymbols.functions[name] {
            return function(known.name, takesLimits: known.takesLimits)
        }
        if let width = TeXSymbols.spaces[name] { return .space(width) }
        if let accent = TeXSymbols.accents[name] {
            return .accent(argument(), mark: accent.mark, isBelow: accent.isBelow, stretches: accent.stretches)
        }
        if let alphabet = MathAlphabet(command: name) { return alphabet.applied(to: argument()) }
        if let size = TeXSymbols.sizes[name] { return sizedDelimiter(size, from: start) }
        return structure(name, from: start)
    }

    private mutating func structure(_ name: String, from start: Int) -> MathNode {
        switch name {
        case "frac", "cfrac": return .fraction(argument(), argument())
        case "dfrac": return .style(.fraction(argument(), argument()), isDisplay: true)
        case "tfrac": return .style(.fraction(argument(), argument()), isDisplay: false)
        case "binom", "dbinom", "tbinom":
            return .fenced("(", .fraction(argument(), argument(), hasRule: false), ")")
        case "sqrt": return root()
        case "left": return fenced(from: start)
        case "begin": return environment(from: start)
        case "text", "textrm", "textnormal", "mbox", "textup": return text(reader.groupPieces() ?? [""])
        case "textbf": return .text(MathAlphabet.bold.applied(to: reader.rawGroup() ?? ""))
        case "textit", "emph": return .text(MathAlphabet.italic.applied(to: reader.rawGroup() ?? ""))
        case "operatorname", "operatorname*":
            let text = reader.rawGroup() ?? ""
            return function(text, takesLimits: name.hasSuffix("*"))
        case "overset", "stackrel": return stacked(isBelow: false)
        case "underset": return stacked(isBelow: true)
        case "substack": return substack()
        case "not": return negated()
        case "pmod": return .row([.space(1), .fenced("(", .row([function("mod"), argument()]), ")")])
        case "phantom", "hphantom", "vphantom": return .phantom(argument())
        case "mathrm", "mathop": return upright()
        default:
            report(#"the TeX command '\\#(name)' is not known"#, from: start)
            return .unknown("\\" + name)
        }
    }

    /// A function's name, a thin space away from what is before it and from an argument without parentheses.
    private func function(_ name: String, takesLimits: Bool = false) -> MathNode {
        let next = reader.peek()
        let hasParentheses = [.character("("), .character("["), .command("left"), .upper].contains(next)
        let space = MathSymbol.Space(before: 0.167, behind: hasParentheses ? 0 : 0.167)
        return .symbol(MathSymbol(text: name, space: space, takesLimits: takesLimits))
    }

    private mutating func root() -> MathNode {
        let index = reader.rawOptional().map { text -> MathNode in
            var parser = TeXParser(text)
            return parser.formula()
        }
        return .root(argument(), index: index)
    }

    private mutating func stacked(isBelow: Bool) -> MathNode {
        let mark = argument()
        let base = argument()
        return .scripts(base, lower: isBelow ? mark : nil, upper: isBelow ? nil : mark, areLimits: true)
    }

    private mutating func substack() -> MathNode {
        guard reader.take(.open) else { return argument() }
        var rows: [[MathNode]] = [[row()]]
        while reader.take(.command("\\")) { rows.append([row()]) }
        _ = reader.take(.close)
        return .table(rows: rows, alignment: .centered)
    }

    /// A relation struck out.
    private mutating func negated() -> MathNode {
        let argument = argument()
        guard case .symbol(var symbol) = argument else { return .row([.symbol(MathSymbol(text: "/")), argument]) }
        symbol.text = TeXSymbols.negations[symbol.text] ?? symbol.text + "\u{338}"
        return .symbol(symbol)
    }

    /// Letters in roman: a word is one name.
    private mutating func upright() -> MathNode {
        if let word = reader.wordGroup() { return .identifier(word, isUpright: true) }
        return argument()
    }

    /// Text with formulas between dollars.
    private func text(_ pieces: [String]) -> MathNode {
        guard pieces.count > 1, !pieces.count.isMultiple(of: 2) else { return .text(pieces.joined(separator: "$")) }
        return .row(
            pieces.enumerated().filter { !$0.element.isEmpty }.map { index, piece in
                guard !index.isMultiple(of: 2) else { return .text(piece) }
                var parser = TeXParser(piece)
                let formula = parser.formula()
                return parser.isTooDeep ? .unknown(piece) : formula
            })
    }
}
