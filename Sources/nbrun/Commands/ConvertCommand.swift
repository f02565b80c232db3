import ArgumentParser
import Chapters
import Foundation
import OutputFiles
import Sessions

/// `nbrun convert NOTEBOOK`: a Jupyter notebook as a chapter.
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert", abstract: "Turns a Jupyter notebook with a Swift kernel into a chapter.",
        discussion: """
            `nbrun convert waves.ipynb` writes waves.md, and attached images into waves_files. Outputs are left behind: \
            `nbrun waves.md` makes them anew. A chapter's own notebook (`nbrun waves.md --to ipynb`) gives the same text again.
            """)

    @Argument(help: "The notebook, an .ipynb file.")
    var notebook: String

    @Option(
        name: [.customShort("o"), .customLong("output")], help: "The chapter's file (default: beside the notebook).")
    var output: String?

    @Flag(help: "Replace files that are there already.")
    var force = false

    func run() throws {
        let terminal = Terminal(isQuiet: false, allowsColor: true)
        let path = output ?? (notebook as NSString).deletingPathExtension + ".md"
        guard let data = FileManager.default.contents(atPath: notebook) else {
            terminal.error("\(notebook): there is no such notebook")
            throw ExitCode(RunStatus.noChapter.rawValue)
        }
        do {
            let files = try ConvertedFiles(Notebook(reading: Array(data)), chapter: path)
            try check(files)
            try files.write()
            files.warnings.forEach { terminal.warn("\(notebook): \($0)") }
            terminal.result(path)
        } catch let problem as NotebookProblem {
            terminal.error(notebook + problem.message)
            throw ExitCode(RunStatus.wrongUsage.rawValue)
        } catch let problem as FileProblem {
            terminal.error("\(problem)")
            throw ExitCode(RunStatus.cannotWrite.rawValue)
        }
    }

    /// A chapter is the author's own from the moment that it is written, so whatever is there is the author's.
    private func check(_ files: ConvertedFiles) throws {
        let source = CanonicalPath.of(notebook)
        if let path = files.paths.first(where: { CanonicalPath.of($0) == source }) {
            throw ValidationError("\(path) is the notebook itself; name another file with -o")
        }
        if !force, let path = files.replaced.first {
            throw ValidationError("\(path) is there already; name another file with -o, or replace it with --force")
        }
    }
}

/// What a notebook becomes on the disk.
struct ConvertedFiles {
    private let chapter: String
    private let conversion: NotebookConversion
    private let images: [(path: String, data: Data)]

    /// - Throws: `NotebookProblem`, also for an image that is not Base64.
    init(_ notebook: Notebook, chapter: String) throws {
        self.chapter = chapter
        let folder = OutputLocation.figureFolder(of: chapter)
        conversion = try NotebookConversion(notebook, imageFolder: folder)
        let parent = (FilePath.folder(of: chapter) as NSString).appendingPathComponent(folder)
        images = try conversion.images.map { image in
            let data =
                image.isText
                ? Data(image.data.utf8) : Data(base64Encoded: image.data, options: .ignoreUnknownCharacters)
            guard let data, !data.isEmpty else {
                throw NotebookProblem.misplaced(
                    place: image.place, expected: "an image in Base64", found: "something else")
            }
            return ((parent as NSString).appendingPathComponent(image.name), data)
        }
    }

    var warnings: [String] { conversion.warnings }

    /// The chapter's file and those of its images.
    var paths: [String] { [chapter] + images.map(\.path) }

    /// Those at whose place something else is.
    var replaced: [String] {
        let files = FileManager.default
        let others = images.filter { files.fileExists(atPath: $0.path) && RegularFile.contents(of: $0.path) != $0.data }
        return (files.fileExists(atPath: chapter) ? [chapter] : []) + others.map(\.path)
    }

    func write() throws {
        for image in images { try image.data.withUnsafeBytes { try OutputFile.write($0, to: image.path) } }
        try OutputFile.write(conversion.text, to: chapter)
    }
}
