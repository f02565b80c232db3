import Chapters
import Sessions

/// Explanations one below the other, a line a cell, and below a cell its fits.
///
///       [1/3] data   reused    from the cache
///       [2/3] model  compiled  its text changed
///       [3/3] train  compiled  cell 2 (model) changed
///                              fit of 'sequential': trained 3 epochs, no kept training served
enum ExplanationTable {
    static func lines(_ explanations: [CellExplanation], fits: [Int: [TracedFit]], cellCount: Int) -> [String] {
        let places = explanations.map { "[\($0.number)/\(cellCount)]" }
        let placeWidth = places.map(\.count).max() ?? 0
        let labelWidth = explanations.map(\.label.columns).max() ?? 0
        return zip(explanations, places).flatMap { explanation, place in
            let label = explanation.label + blanks(labelWidth - explanation.label.columns)
            let line = "  \(blanks(placeWidth - place.count))\(place) \(label)  \(explanation)"
            let indentation = blanks(2 + placeWidth + 1 + labelWidth + 2 + "compiled  ".count)
            return [line] + (fits[explanation.number] ?? []).map { indentation + $0.text }
        }
    }

    private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
