/// The mentions in a cell that mean what an earlier cell declared under a name that this one declares anew.
///
///     let x = x + 1                    the x on the right
///     let (a, b) = (b, a)              both on the right
///     total += 1; var total = total    all but the one that is declared
///     class Net: Net {}                the one behind the colon
///
/// They are written with the earlier module's name. A mention in a function, or in a closure that is kept, is looked at
/// later: it means the new one, as in a single file, unless the function is used before that one has its value (`KeptCode`).
/// `let f = { f($0) + 1 }`, which a single file cannot have, means the earlier one.
public enum ShadowedNames {
    /// The edits of each of the texts that are compiled as one, in their order.
    ///
    /// - Parameters:
    ///   - module: through which all can be named that earlier cells declare.
    ///   - isDeclaredEarlier: whether an earlier cell declares a name at its top level.
    public static func edits(
        for texts: [TopLevelNames], module: String, isDeclaredEarlier: (String) -> Bool
    ) -> [[SourceEdit]] {
        texts.enumerated().map { index, text in
            text.mentions.compactMap { mention in
                guard isEarlier(mention, in: index, of: texts), isDeclaredEarlier(mention.name) else { return nil }
                return mention.edit(prefix: "\(module).")
            }
        }
    }

    private static func isEarlier(_ mention: TopLevelNames.Mention, in index: Int, of texts: [TopLevelNames]) -> Bool {
        let isDeclaredBefore = texts[..<index].contains { $0.exported.contains(mention.name) }
        if isDeclaredBefore { return false }
        let own = texts[index].variables.filter { $0.name == mention.name }
        if own.contains(where: { $0.isVisible(at: mention.offset) }) { return false }
        switch mention.time {
        case .inOwnValue: return true
        case .later:
            guard let variable = own.first(where: { $0.visibleFrom > mention.offset }) else { return false }
            return texts[index].keptCode.mayRun(
                at: mention.offset, before: variable.visibleFrom, texts[index].mentions)
        case .atOnce:
            return !own.isEmpty
                || texts[(index + 1)...].contains { $0.variables.contains { $0.name == mention.name } }
        }
    }
}
