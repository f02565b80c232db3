import Chapters
import Display
import Foundation
import Sessions

/// The folder of a chapter on the disk.
///
/// 1. A name is a path from the folder; an absolute one is outside.
/// 2. Wherever links lead, the file itself lies in the folder or below it.
/// 3. Only regular files are read.
struct LocalFolder: ChapterFolder {
    private let path: String

    init(of chapter: String) {
        let folder = (chapter as NSString).deletingLastPathComponent
        path = folder.isEmpty ? "." : folder
    }

    func text(of name: String) throws(FileFault) -> String {
        let file = try readableFile(name)
        guard let data = FileManager.default.contents(atPath: file) else { throw Self.readingFailed }
        guard let text = String(data: data, encoding: .utf8) else { throw .notText }
        return text
    }

    func fingerprint(of name: String) throws(FileFault) -> String {
        let file = try readableFile(name)
        guard let fingerprint = FileFingerprint.of(file) else { throw Self.readingFailed }
        return fingerprint
    }

    private static let readingFailed = FileFault.unreadable(problem: "reading it failed")

    private static var systemFault: FileFault { .unreadable(problem: String(cString: strerror(errno))) }

    /// The folders that a file's name and the file itself are in; a file that is a link has two.
    func folders(of name: String) -> Set<String> {
        let named = (path as NSString).appendingPathComponent(name)
        let files = [named, Self.resolved(named)].compactMap { $0 }
        return Set(files.map { ($0 as NSString).deletingLastPathComponent })
    }

    private func readableFile(_ name: String) throws(FileFault) -> String {
        guard !name.hasPrefix("/"), !leadsOut(name) else { throw .outside }
        guard let file = Self.resolved((path as NSString).appendingPathComponent(name)) else {
            guard errno == ENOENT || errno == ENOTDIR else { throw Self.systemFault }
            throw .missing(nearest: neighbour(of: name))
        }
        guard let folder = Self.resolved(path), file == folder || file.hasPrefix(folder == "/" ? "/" : folder + "/")
        else { throw .outside }
        var status = stat()
        guard stat(file, &status) == 0, access(file, R_OK) == 0 else { throw Self.systemFault }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return file
        case S_IFDIR: throw .isFolder
        default: throw .unreadable(problem: "it is not a regular file")
        }
    }

    /// Whether the steps of a name climb above the folder, whatever is there.
    private func leadsOut(_ name: String) -> Bool {
        var depth = 0
        return name.split(separator: "/").contains { step in
            if step != "." { depth += step == ".." ? -1 : 1 }
            return depth < 0
        }
    }

    /// The path without links; nil where there is nothing, and `errno` tells why.
    private static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// A file in the same place with nearly that name.
    private func neighbour(of name: String) -> String? {
        let place = (name as NSString).deletingLastPathComponent
        let folder = (path as NSString).appendingPathComponent(place)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return nearestName(to: (name as NSString).lastPathComponent, among: names.sorted())
            .map { (place as NSString).appendingPathComponent($0) }
    }
}
