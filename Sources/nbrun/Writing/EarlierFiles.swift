import Foundation
import Sessions

/// What earlier runs have left beside a chapter's reports, as their records and reports tell it.
struct EarlierFiles {
    /// Fingerprints by paths.
    private var recorded: [String: [String]] = [:]

    /// - Parameters:
    ///   - records: the paths of run records; one that is missing or damaged tells nothing.
    ///   - markdown: the path of a report in Markdown, which tells of its pictures.
    init(records: [String], markdown: String?) {
        for record in records {
            let folder = FilePath.folder(of: record) as NSString
            for file in RunDocument(at: record)?.reports ?? [] {
                recorded[folder.appendingPathComponent(file.file), default: []].append(file.fingerprint)
            }
        }
        guard let markdown else { return }
        let folder = OutputLocation.figureFolderPath(of: markdown) as NSString
        for picture in PictureList.read(from: markdown) {
            recorded[folder.appendingPathComponent(picture.file), default: []].append(picture.fingerprint)
        }
    }

    func origin(of path: String) -> FileOrigin { FileOrigin(of: path, recorded: recorded[path] ?? []) }

    /// The files in a folder that earlier runs wrote, and that are still as they wrote them.
    func untouched(in folder: String) -> [String] {
        recorded.keys.sorted().filter { path in
            FilePath.folder(of: path) == folder
                && FileFingerprint.of(path).map { recorded[path]!.contains($0) } == true
        }
    }
}

/// The pictures of a report in Markdown, in the comment of its seal: `image-1.png=HASH`.
///
/// Images are copied as they are and have no seal of their own. The list vouches for them, and the report's seal for it.
enum PictureList {
    /// As it follows the mark in the comment.
    static func remark(_ pictures: [(name: String, data: Data)]) -> String {
        pictures.map { " \($0.name)=\(FileFingerprint.of($0.data))" }.joined()
    }

    /// Names and fingerprints in a report that is as nbrun wrote it; none of any other file.
    static func read(from path: String) -> [WrittenFile] {
        guard let data = RegularFile.contents(of: path), Seal.state(of: data) == .intact else { return [] }
        let line = String(decoding: data.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        return line.matches(of: /[ ]((?:figure|image)-[0-9]+\.[a-z]+)=([0-9a-f]{32})/).map {
            WrittenFile(file: String($0.output.1), fingerprint: String($0.output.2))
        }
    }
}
