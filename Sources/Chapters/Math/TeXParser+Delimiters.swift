extension TeXParser {
    /// `\left( … \middle| … \right)`.
    mutating func fenced(from start: Int) -> MathNode {
        let open = delimiter() ?? ""
        var content = [row()]
        while reader.take(.command("middle")) {
            let middle = MathSymbol(text: delimiter() ?? "", space: 0.167, stretches: true)
            content += [.symbol(middle), row()]
        }
        guard reader.take(.command("right")) else {
            report(#"'\left' has no '\right'"#, from: start)
            return .fenced(open, .row(content), "")
        }
        return .fenced(open, content.count == 1 ? content[0] : .row(content), delimiter() ?? "")
    }

    /// `\big(`, `\Bigl\{`.
    mutating func sizedDelimiter(_ size: Double, from start: Int) -> MathNode {
        guard let text = delimiter() else { return .row([]) }
        return .symbol(MathSymbol(text: text, stretches: true, size: size))
    }

    /// The delimiter that comes next; a point stands for none.
    private mutating func delimiter() -> String? {
        let start = reader.position
        switch reader.next() {
        case .character("."): return ""
        case .character("<"): return "⟨"
        case .character(">"): return "⟩"
        case .character(let character) where "()[]|/".contains(character): return String(character)
        case .command(let name):
            if let delimiter = TeXSymbols.delimiters[name] { return delimiter }
            report(#"'\\#(name)' is no delimiter"#, from: start)
        case let other:
            report(other == nil ? "a delimiter is missing" : "this is no delimiter", from: start)
        }
        return nil
    }
}
