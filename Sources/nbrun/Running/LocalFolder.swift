import Chapters
import Display
import Foundation
import Sessions

/// The folder of a chapter on the disk.
///
/// 1. A name is a path from the folder; an absolute one is outside.
/// 2. Wherever links lead, the file itself lies in the folder or below it, unless what is outside is allowed.
/// 3. Only regular files are opened.
struct LocalFolder: ChapterFolder {
    private let path: String
    private let allowsOutside: Bool

    init(of chapter: String, allowsOutside: Bool = false) {
        let folder = FilePath.folder(of: chapter)
        path = folder.isEmpty ? "." : folder
        self.allowsOutside = allowsOutside
    }

    func text(of name: String) throws(FileFault) -> String {
        let file = try readableFile(name)
        guard let data = RegularFile.contents(of: file) else { throw Self.readingFailed }
        guard let text = String(data: data, encoding: .utf8) else { throw .notText }
        return text
    }

    func fingerprint(of name: String) throws(FileFault) -> String {
        let file = try readableFile(name)
        guard let fingerprint = FileFingerprint.of(file) else { throw Self.readingFailed }
        return fingerprint
    }

    /// The content of a file that has at most so many bytes.
    func data(of name: String, atMost size: Int) throws(FileFault) -> Data {
        let file = try readableFile(name)
        guard let handle = FileHandle(forReadingAtPath: file) else { throw Self.systemFault }
        defer { try? handle.close() }
        let data: Data
        do { data = try handle.read(upToCount: size + 1) ?? Data() } catch { throw Self.readingFailed }
        guard data.count <= size else {
            throw .unreadable(problem: "it has more than \(size / 1_000_000) MB")
        }
        return data
    }

    private static let readingFailed = FileFault.unreadable(problem: "reading it failed")

    private static var systemFault: FileFault { .unreadable(problem: String(cString: strerror(errno))) }

    /// The folders that a file's name and the file itself are in; a file that is a link has two.
    func folders(of name: String) -> Set<String> {
        let named = place(of: name)
        let files = [named, Self.resolved(named)].compactMap { $0 }
        return Set(files.map { FilePath.folder(of: $0) })
    }

    private func readableFile(_ name: String) throws(FileFault) -> String {
        guard !name.contains("\0") else { throw .missing(nearest: nil) }
        guard allowsOutside || (!name.hasPrefix("/") && !leadsOut(name)) else { throw .outside }
        guard let file = Self.resolved(place(of: name)) else {
            guard errno == ENOENT || errno == ENOTDIR else { throw Self.systemFault }
            throw .missing(nearest: neighbour(of: name))
        }
        guard allowsOutside || contains(file) else { throw .outside }
        var status = stat()
        guard stat(file, &status) == 0, access(file, R_OK) == 0 else { throw Self.systemFault }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return file
        case S_IFDIR: throw .isFolder
        default: throw .unreadable(problem: "it is not a regular file")
        }
    }

    func place(of name: String) -> String {
        name.hasPrefix("/") ? name : (path as NSString).appendingPathComponent(name)
    }

    /// Whether a path without links lies in the folder or below it.
    private func contains(_ file: String) -> Bool {
        guard let folder = Self.resolved(path) else { return false }
        return file == folder || file.hasPrefix(folder == "/" ? "/" : folder + "/")
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
        let place = FilePath.folder(of: name)
        let folder = (path as NSString).appendingPathComponent(place)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return nearestName(to: (name as NSString).lastPathComponent, among: names.sorted())
            .map { (place as NSString).appendingPathComponent($0) }
    }
}
