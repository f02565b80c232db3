/// Collects the marks of axes: any number of them, with `if`, `for` and the rest of Swift around.
@resultBuilder
public enum MarkBuilder {
    public static func buildExpression(_ mark: any Mark) -> [any Mark] { [mark] }
    public static func buildExpression(_ marks: [any Mark]) -> [any Mark] { marks }
    public static func buildBlock(_ parts: [any Mark]...) -> [any Mark] { parts.flatMap { $0 } }
    public static func buildOptional(_ part: [any Mark]?) -> [any Mark] { part ?? [] }
    public static func buildEither(first part: [any Mark]) -> [any Mark] { part }
    public static func buildEither(second part: [any Mark]) -> [any Mark] { part }
    public static func buildArray(_ parts: [[any Mark]]) -> [any Mark] { parts.flatMap { $0 } }
}

/// Collects the axes of a figure; marks that stand in a figure by themselves share one.
@resultBuilder
public enum FigureBuilder {
    /// Axes as they were written, or a mark that is still without.
    public enum Part {
        case axes(Axes)
        case mark(any Mark)
    }

    public static func buildExpression(_ axes: Axes) -> [Part] { [.axes(axes)] }
    public static func buildExpression(_ axes: [Axes]) -> [Part] { axes.map(Part.axes) }
    public static func buildExpression(_ mark: any Mark) -> [Part] { [.mark(mark)] }
    public static func buildBlock(_ parts: [Part]...) -> [Part] { parts.flatMap { $0 } }
    public static func buildOptional(_ part: [Part]?) -> [Part] { part ?? [] }
    public static func buildEither(first part: [Part]) -> [Part] { part }
    public static func buildEither(second part: [Part]) -> [Part] { part }
    public static func buildArray(_ parts: [[Part]]) -> [Part] { parts.flatMap { $0 } }

    public static func buildFinalResult(_ parts: [Part]) -> [Axes] {
        var panels: [Axes] = []
        var marks: [any Mark] = []
        for part in parts {
            switch part {
            case .axes(let axes): panels.append(axes)
            case .mark(let mark): marks.append(mark)
            }
        }
        guard !marks.isEmpty else { return panels }
        let axes = Axes(marks: marks)
        return [marks.contains { $0.label != nil } ? axes.legend() : axes] + panels
    }
}
