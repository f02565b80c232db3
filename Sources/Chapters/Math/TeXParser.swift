/// Reads a formula in TeX.
///
/// A formula is a row of atoms, each with its scripts. Commands that take arguments are in `TeXParser+Commands.swift`,
/// environments and delimiters in files of their own, plain symbols in the tables of `TeXSymbols.swift`.
struct TeXParser {
    var reader: TeXReader
    private(set) var problems: [TeXProblem] = []
    /// How many rows and atoms the one at hand is in.
    private var depth = 0
    private(set) var isTooDeep = false

    private static let largestDepth = 200

    init(_ tex: String) {
        reader = TeXReader(tex)
    }

    /// What is told in the place of all else of a formula that no reader could take in.
    var depthProblem: TeXProblem {
        TeXProblem(message: "the formula is nested too deeply to be set", offset: 0, length: 1)
    }

    /// The whole formula; brackets that close nothing are problems, and the rest is read all the same.
    mutating func formula() -> MathNode {
        var nodes: [MathNode] = []
        while true {
            nodes.append(row())
            let start = reader.position
            guard let token = reader.next() else { break }
            switch token {
            case .column: report("'&' is not in a matrix or an aligned formula", from: start)
            case .command("\\"): report(#"'\\' is not in a matrix or an aligned formula"#, from: start)
            case .command(let name): report(#"'\\#(name)' closes nothing"#, from: start)
            default: report("'}' closes nothing", from: start)
            }
        }
        return nodes.count == 1 ? nodes[0] : .row(nodes)
    }

    /// Atoms up to what ends a row: a closing brace, a column, a new line, `\right`, `\end`.
    mutating func row() -> MathNode {
        depth += 1
        defer { depth -= 1 }
        var nodes: [MathNode] = []
        while let token = reader.peek(), !token.endsRow {
            if case .command(let name) = token, let isDisplay = Self.styles[name] {
                _ = reader.next()
                return .row(nodes + [.style(row(), isDisplay: isDisplay)])
            } else {
                nodes.append(scripted(atom()))
            }
        }
        return nodes.count == 1 ? nodes[0] : .row(Self.signed(nodes))
    }

    /// Tells signs from operators: after a relation, an operator or an open delimiter, a minus belongs to what follows.
    private static func signed(_ nodes: [MathNode]) -> [MathNode] {
        nodes.enumerated().map { index, node in
            guard case .symbol(var symbol) = node, ["−", "+", "±", "∓"].contains(symbol.text) else { return node }
            if index > 0, !nodes[index - 1].expectsOperand { return node }
            symbol.space = 0.0
            return .symbol(symbol)
        }
    }

    /// What rules the rest of its row.
    private static let styles = ["displaystyle": true, "textstyle": false]

    /// An atom with the scripts and primes that follow it.
    private mutating func scripted(_ base: MathNode) -> MathNode {
        var lower: MathNode?
        var upper: [MathNode] = []
        var areLimits = base.takesLimits
        loop: while let token = reader.peek() {
            let start = reader.position
            switch token {
            case .lower:
                _ = reader.next()
                if lower != nil { report("a second subscript", from: start) }
                lower = argument()
            case .upper:
                _ = reader.next()
                upper.append(argument())
            case .character("'"):
                _ = reader.next()
                upper.append(.symbol(MathSymbol(text: "′", space: 0.0)))
            case .command("limits"), .command("nolimits"):
                _ = reader.next()
                areLimits = token == .command("limits")
            default: break loop
            }
        }
        guard lower != nil || !upper.isEmpty else { return base }
        let whole = upper.count > 1 ? MathNode.row(upper) : upper.first
        return .scripts(base, lower: lower, upper: whole, areLimits: areLimits)
    }

    /// What a command or a script takes: a group, or the next atom.
    mutating func argument() -> MathNode {
        let start = reader.position
        guard let token = reader.peek(), !token.endsRow else {
            report("something is missing here", from: start)
            return .row([])
        }
        // TeX takes one digit where a group is left out: x^23 is x²3.
        if case .character(let digit) = token, digit.isASCIIDigit {
            _ = reader.next()
            return .number(String(digit))
        }
        return atom()
    }

    private mutating func atom() -> MathNode {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.largestDepth {
            isTooDeep = true
            reader.skipToEnd()
        }
        // A script without a base has an empty one.
        if reader.peek() == .upper || reader.peek() == .lower { return .row([]) }
        let start = reader.position
        switch reader.next() {
        case .open: return group(from: start)
        case .command(let name): return command(name, from: start)
        case .character(let character): return self.character(character)
        case .upper, .lower, .close, .column, nil: return .row([])
        }
    }

    private mutating func group(from start: Int) -> MathNode {
        let content = row()
        if !reader.take(.close) { report("'{' is not closed", at: start, length: 1) }
        // A comma in braces is the one between a number's digits: 60{,}000.
        if content == .symbol(MathSymbol(text: ",")) { return .number(",") }
        return content
    }

    private mutating func character(_ character: Character) -> MathNode {
        if character.isASCIIDigit { return .number(String(character) + reader.restOfNumber()) }
        if let symbol = TeXSymbols.characters[character] { return .symbol(symbol) }
        if character.isLetter { return .identifier(String(character), isUpright: !character.isASCII) }
        return .symbol(MathSymbol(text: String(character)))
    }

    mutating func report(_ message: String, from start: Int) {
        report(message, at: start, length: max(1, reader.offset - start))
    }

    private mutating func report(_ message: String, at offset: Int, length: Int) {
        problems.append(TeXProblem(message: message, offset: offset, length: length))
    }
}

extension TeXReader.Token {
    fileprivate var endsRow: Bool {
        [.close, .column, .command("\\"), .command("right"), .command("end"), .command("middle"), .command("cr")]
            .contains(self)
    }
}

extension MathNode {
    /// Whether scripts stand above and below it.
    fileprivate var takesLimits: Bool {
        switch self {
        case .symbol(let symbol): symbol.takesLimits
        case .accent(_, let mark, _, _): mark == "⏞" || mark == "⏟"
        default: false
        }
    }
}

extension MathNode {
    /// Whether it is an operator or the like, which something has to follow.
    fileprivate var expectsOperand: Bool {
        guard case .symbol(let symbol) = self else { return false }
        return symbol.space != 0.0 && ![")", "]"].contains(symbol.text)
    }
}
