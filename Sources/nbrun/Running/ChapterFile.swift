import Chapters
import Display
import Foundation
import Sessions

/// A chapter on the disk, with the images and the files of its cells beside it.
struct ChapterFile {
    let path: String
    /// Whether the prose may show images from outside of the chapter's folder.
    var allowsOutside = false

    /// There is no chapter to read.
    struct Unreadable: Error, CustomStringConvertible {
        let path: String
        let problem: String
        let suggestion: String?

        var description: String { "\(path): \(problem)" + (suggestion.map { "; did you mean '\($0)'?" } ?? "") }
    }

    /// A file that is there, and by its name something else than a chapter.
    struct WrongKind: Error, CustomStringConvertible {
        let description: String
    }

    /// What the file is instead of a chapter, by its name; nil for a chapter, and for what is no file.
    var wrongKind: WrongKind? {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
            return nil
        }
        switch (path as NSString).pathExtension.lowercased() {
        case "ipynb":
            let command = "nbrun convert \(CommandTrace.shellWord(path))"
            return WrongKind(description: "\(path) is a notebook, not a chapter; write '\(command)'")
        case "swift":
            return WrongKind(
                description: "\(path) is Swift, not a chapter: put it into a ```swift fence, or include it in a cell")
        default: return nil
        }
    }

    /// Reads and parses the chapter; local images become part of it.
    ///
    /// - Parameter warn: told of images that are left out.
    /// - Throws: `WrongKind`, `Unreadable`, `ChapterError`.
    func read(warn: (String) -> Void) throws -> ReadChapter {
        if let wrongKind { throw wrongKind }
        let text = try text()
        let images = ChapterImages(folder: LocalFolder(of: path, allowsOutside: allowsOutside))
        let chapter = try Chapter(parsing: text, path: path, in: LocalFolder(of: path)) { link in
            link.isImage ? images.dataAddress(of: link) : nil
        }
        images.problems.forEach { warn($0.description(in: path)) }
        return ReadChapter(chapter: chapter, images: images.shown)
    }

    private func text() throws(Unreadable) -> String {
        let data = try data()
        do throws(EncodingFault) {
            return try ChapterEncoding.text(of: Array(data))
        } catch {
            throw Unreadable(path: path, problem: error.description, suggestion: nil)
        }
    }

    private func data() throws(Unreadable) -> Data {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Unreadable(path: path, problem: "there is no such chapter", suggestion: neighbour)
        }
        guard !isFolder.boolValue else {
            throw Unreadable(path: path, problem: "is a folder, not a chapter", suggestion: nil)
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Unreadable(
                path: path, problem: "cannot be read: \(String(cString: strerror(errno)))", suggestion: nil)
        }
        return data
    }

    /// A chapter in the same folder with nearly that name.
    private var neighbour: String? {
        let folder = FilePath.folder(of: path)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
        let known = names.filter { $0.hasSuffix(".md") }.sorted()
        return nearestName(to: (path as NSString).lastPathComponent, among: known)
            .map { (folder as NSString).appendingPathComponent($0) }
    }

    /// The command that was perhaps meant; nil for what is there, or has the name of a file.
    var mistypedCommand: String? {
        guard !path.contains(where: { "./".contains($0) }), !FileManager.default.fileExists(atPath: path) else {
            return nil
        }
        return nearestName(to: path, among: NBRun.commandNames)
    }
}

/// A chapter as it was read at one moment.
struct ReadChapter {
    let chapter: Chapter
    /// The image files that became part of it.
    let images: [LocalImage]

    var fingerprint: ChapterFingerprint {
        ChapterFingerprint(
            of: chapter, images: Dictionary(images.map { ($0.address, $0.fingerprint) }) { first, _ in first })
    }
}
