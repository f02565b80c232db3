import Chapters
import Sessions

extension ChapterJob {
    /// Says what was reused of the last run, whose record has not been overwritten yet.
    func explain(_ ingredients: RunIngredients, _ trace: RunTrace, of chapter: Chapter) {
        let previous = RunDocument.ingredients(at: location.runRecords(of: chapter.path), of: chapter)
        let explanations = explanation(previous: previous, current: ingredients)
        let lines = ExplanationTable.lines(explanations, fits: trace.fits, cellCount: chapter.cells.count)
        terminal.progress("What was compiled, and why:")
        lines.forEach { terminal.progress("\($0)") }
    }
}
