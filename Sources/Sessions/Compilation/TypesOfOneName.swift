import Chapters

/// Tells types apart that several cells declare under one name, in what the compiler says.
///
///     cannot assign value of type 'Point' to type 'Point'
///     cannot assign value of type 'Point' of this cell to type 'Point' of cell 1
struct TypesOfOneName: Sendable {
    /// Nil where all names are told as they are.
    private let module: CellModule?
    private let chapter: Chapter?

    private struct Origin {
        let module: String
        /// `cell 9 (train-small)`, or `this cell`.
        let cell: String
    }

    init() {
        (module, chapter) = (nil, nil)
    }

    init(of module: CellModule, in chapter: Chapter) {
        (self.module, self.chapter) = (module, chapter)
    }

    /// The message with the cell behind each type that the compiler names with its module.
    func named(in message: String) -> String {
        guard module != nil, message.contains("Cell_") else { return GeneratedNames.removed(from: message) }
        let named = message.replacing(Self.quotation) { quotation in
            let cells = quotation.output.1.matches(of: Self.qualifiedName).compactMap { name in
                origins(of: name.output.2)?.first { $0.module == name.output.1 }?.cell
            }
            let distinct = cells.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            return quotation.output.0 + (distinct.isEmpty ? "" : " of \(distinct.joined(separator: " and "))")
        }
        return GeneratedNames.removed(from: named)
    }

    /// What explains an error that names such types.
    func notes(on message: String) -> [Diagnostic] {
        let words = message.matches(of: Self.quotation).flatMap { $0.output.1.matches(of: /\w+/).map(\.output) }
        let names = words.reduce(into: [Substring]()) { if !$0.contains($1) { $0.append($1) } }
        return names.compactMap { name in
            guard let cells = origins(of: name)?.map(\.cell) else { return nil }
            return Diagnostic(
                severity: .note,
                message:
                    "'\(name)' is declared by \(cells.dropLast().joined(separator: ", ")) and anew by \(cells.last!); "
                    + "a value from before keeps the former type until it is made again", location: nil)
        }
    }

    /// The declarations of a type, the earliest first; nil where there is only one.
    private func origins(of name: Substring) -> [Origin]? {
        guard let module, let chapter else { return nil }
        let name = String(name)
        let earlier = module.predecessors.filter { $0.types.contains(name) }
        guard earlier.count + (module.types.contains(name) ? 1 : 0) > 1 else { return nil }
        let origins = earlier.map { Origin(module: $0.name, cell: $0.title(in: chapter)) }
        return module.types.contains(name) ? origins + [Origin(module: module.name, cell: "this cell")] : origins
    }

    private static var quotation: Regex<(Substring, Substring)> { /'([^']*)'/ }
    private static var qualifiedName: Regex<(Substring, Substring, Substring)> { /(Cell_[0-9a-f]{32})\.(\w+)/ }
}

extension CellModule.Predecessor {
    /// What the chapter calls the cell, which may have moved since it was compiled.
    fileprivate func title(in chapter: Chapter) -> String {
        let cell = chapter.cells.filter { $0.source == texts.last }
            .min { abs($0.number - number) < abs($1.number - number) }
        guard let cell else { return "an earlier cell" }
        return cell.options.label.map { "cell \(cell.number) (\($0))" } ?? "cell \(cell.number)"
    }
}
