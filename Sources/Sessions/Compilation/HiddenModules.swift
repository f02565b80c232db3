import Chapters

/// Modules that the compiler finds because the Prelude is made of them, and that a cell has no business with.
enum HiddenModules {
    static let names = Set(Installation.foreignModuleNames + ["JSONCoding", "OutputFiles"])

    /// What is wrong with a cell's imports.
    static func problems(of analysis: CellAnalysis, in cell: Cell, of chapter: Chapter) -> [Diagnostic] {
        let place = CellPlace(cell: cell, chapter: chapter, source: EditedSource(cell.source, edits: []), firstLine: 1)
        return analysis.importedModules.compactMap { module in
            guard let message = message(about: module) else { return nil }
            return Diagnostic(severity: .error, message: message, location: place.location(offset: module.offset))
        }
    }

    /// The edits by which `#if canImport(…)` finds none of them.
    static func denials(in analysis: CellAnalysis) -> [SourceEdit] {
        analysis.moduleQuestions.filter { names.contains($0.module) }.map(\.denial)
    }

    private static func message(about module: ImportedModule) -> String? {
        if names.contains(module.name) { return "no such module '\(module.name)'" }
        guard module.isTestable, Installation.moduleNames.contains(module.name) else { return nil }
        return
            "'\(module.name)' cannot be imported with '@testable': its public declarations are here without an import"
    }
}

extension SourcePosition {
    /// The edit that makes the cell speak of its place in the chapter.
    func edit(in cell: Cell, of chapter: Chapter) -> SourceEdit {
        let place = CellPlace(cell: cell, chapter: chapter, source: EditedSource(cell.source, edits: []), firstLine: 1)
        return edit(file: chapter.fileNameInSwift, column: place.location(offset: range.lowerBound).column ?? 1)
    }
}

extension Chapter {
    /// Its file's name, as `#file` gives it; some other name if it cannot stand in a string literal as it is.
    var fileNameInSwift: String {
        let name = String(path.split(separator: "/").last ?? "")
        let isPlain = !name.isEmpty && name.unicodeScalars.allSatisfy { $0.value >= 32 && $0 != "\"" && $0 != "\\" }
        return isPlain ? name : "chapter.md"
    }
}
