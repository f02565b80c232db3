import Chapters
import Foundation
import Sessions

/// A chapter whose session lives on from one save to the next.
final class WatchedChapter {
    let path: String
    var session: Session?
    /// Told what happens while the chapter runs.
    let observer: (RunNotice) -> Void
    private let folder: LocalFolder
    /// What the last run was of.
    private var contents: Contents?
    /// How the files were when it began.
    private var stamps: [FileStamp] = []
    private var newest: (stamps: [FileStamp], chapter: Chapter)?

    /// A chapter's text, and the files that its cells name.
    private struct Contents: Equatable {
        let text: Data?
        let fileNames: [String]
        let files: [Result<String, FileFault>]
    }

    init(path: String, observer: @escaping (RunNotice) -> Void) {
        self.path = path
        self.observer = observer
        folder = LocalFolder(of: path)
    }

    /// Whether the chapter or a file of its cells is another than at the last run; from then on they are the last run's.
    func takeChange() -> Bool {
        // Each file's stamp is older than what is read of it, so that no save between the two is missed.
        let stamp = FileStamp(of: path)
        let text = RegularFile.contents(of: path)
        let names = contents?.text == text ? contents?.fileNames ?? [] : fileNames(in: text)
        stamps = [stamp] + names.map { FileStamp(of: folder.place(of: $0)) }
        let files = names.map { name in
            Result { () throws(FileFault) in try folder.fingerprint(of: name) }
        }
        let current = Contents(text: text, fileNames: names, files: files)
        guard current != contents else { return false }
        contents = current
        return true
    }

    /// Lets the chapter run again, whatever is saved: its last run was given up.
    func forgetLastRun() { contents = nil }

    /// Whether one of the files may be another by now. The system tells nothing of what is behind a link, in a folder that was
    /// put into another one's place or that came later, or on some network's disk.
    var mayHaveChanged: Bool { contents == nil || stamps != stamps.map { FileStamp(of: $0.path) } }

    /// Where the files of the chapter's cells are.
    var fileFolders: Set<String> {
        (contents?.fileNames ?? []).reduce(into: []) { $0.formUnion(folder.folders(of: $1)) }
    }

    /// The chapter as it is saved now; nil where it cannot be read, or has mistakes.
    func saved() -> Chapter? {
        if let newest, newest.stamps == newest.stamps.map({ FileStamp(of: $0.path) }) { return newest.chapter }
        let stamp = FileStamp(of: path)
        guard let data = RegularFile.contents(of: path) else { return nil }
        let stamps = [stamp] + fileNames(in: data).map { FileStamp(of: folder.place(of: $0)) }
        guard let chapter = try? Chapter(parsing: String(decoding: data, as: UTF8.self), path: path, in: folder)
        else { return nil }
        newest = (stamps, chapter)
        return chapter
    }

    /// The names that cells give; what else is wrong with the text is told when it runs.
    private func fileNames(in text: Data?) -> [String] {
        do throws(ChapterError) {
            return try Chapter(parsing: String(decoding: text ?? Data(), as: UTF8.self), path: path).fileNames
        } catch {
            return error.chapter.fileNames
        }
    }
}

/// What changes with every save of a file, and costs little to ask for.
private struct FileStamp: Equatable {
    let path: String
    private let status: FileStatus?

    init(of path: String) {
        self.path = path
        status = FileStatus(of: path)
    }
}
