import Chapters
internal import JSONCoding

/// A chapter and what its run gave, as a Jupyter notebook of nbformat 4.5.
///
/// A pure function: the same chapter, the same run and the same pictures give the same bytes.
public struct NotebookReport: Sendable {
    public let text: String

    /// - Parameter picture: makes a PNG, in Base64, of a drawing in SVG; nil where it cannot be made. Then the notebook has
    ///   the drawing as SVG and in words.
    public init(chapter: Chapter, run: RunRecord, picture: @escaping (String) -> String? = { _ in nil }) {
        var notebook = Notebook(of: chapter)
        let woven = WovenChapter(chapter.namedByItsFile, run)
        let outputs = NotebookOutputs(words: .in(chapter.frontMatter.lang), picture: picture)
        var cells = woven.cells[...]
        var count = 0
        for index in notebook.cells.indices where notebook.cells[index].kind == .code {
            guard let cell = cells.popFirst() else { break }
            notebook.cells[index].outputs = outputs.all(of: cell)
            guard ![.notRun, .notEvaluated].contains(cell.status) else { continue }
            count += 1
            notebook.cells[index].executionCount = count
        }
        text = notebook.text
    }
}
