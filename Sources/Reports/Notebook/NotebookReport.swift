import Chapters
internal import JSONCoding

/// A chapter and what its run gave, as a Jupyter notebook of nbformat 4.5.
///
/// A pure function: the same chapter, the same run and the same pictures give the same bytes.
public struct NotebookReport: Sendable {
    public let text: String

    /// - Parameters:
    ///   - images: those of the prose, which become attachments of their cells.
    ///   - mark: a word that the notebook's metadata has under `nbrun.mark`, for whoever wants to know its file again.
    ///   - data: the file of an image in Base64; nil for one that notebooks do not show.
    ///   - picture: makes a PNG, in Base64, of a drawing in SVG; nil where it cannot be made. Then the notebook has the
    ///     drawing as SVG and in words.
    public init(
        chapter: Chapter, run: RunRecord, images: ProseImages = ProseImages(), mark: String? = nil,
        data: (ProseImages.Image) -> NotebookImageData? = { _ in nil },
        picture: @escaping (String) -> String? = { _ in nil }
    ) {
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
        let attachments = images.files.reduce(into: [:]) { $0[$1.name] = data($1.image) }
        for index in notebook.cells.indices where notebook.cells[index].kind == .markdown {
            notebook.cells[index].attach(images, attachments)
        }
        if let mark {
            var members = ["mark": JSON.string(mark)]
            members["end"] = notebook.metadata["nbrun"]?["end"]
            notebook.metadata["nbrun"] = JSON(members)
        }
        text = notebook.text
    }
}

/// An image as it is attached to a cell.
public struct NotebookImageData: Sendable {
    /// Such as `image/png`.
    let type: String
    let base64: String

    public init(type: String, base64: String) {
        self.type = type
        self.base64 = base64
    }
}

extension NotebookCell {
    /// - Parameter data: by the names of the files; those without stay where the author had them.
    fileprivate mutating func attach(_ images: ProseImages, _ data: [String: NotebookImageData]) {
        var attached: [String: [String: String]] = [:]
        source = images.addressed(source) { name in
            guard let image = data[name] else { return nil }
            attached[name] = [image.type: image.base64]
            return "attachment:\(name)"
        }
        attachments = attached
    }
}
