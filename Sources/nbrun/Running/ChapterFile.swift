import Chapters
import Display
import Foundation

/// A chapter on the disk, with the images and the files of its cells beside it.
struct ChapterFile {
    let path: String

    /// There is no chapter to read.
    struct Unreadable: Error, CustomStringConvertible {
        let path: String
        let problem: String
        let suggestion: String?

        var description: String { "\(path): \(problem)" + (suggestion.map { "; did you mean '\($0)'?" } ?? "") }
    }

    /// Reads and parses the chapter; local images become part of it.
    ///
    /// - Parameter warn: told of images that are missing.
    /// - Throws: `Unreadable`, `ChapterError`.
    func read(warn: @escaping (String) -> Void) throws -> Chapter {
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
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        let text: String
        do throws(EncodingFault) {
            text = try ChapterEncoding.text(of: Array(data))
        } catch {
            throw Unreadable(path: path, problem: error.description, suggestion: nil)
        }
        return try Chapter(parsing: text, path: path, in: LocalFolder(of: path)) { link in
            guard link.isImage, let image = LocalImage(link.address, in: folder) else { return nil }
            if image.dataAddress == nil { warn("\(path):\(link.line): there is no image '\(link.address)'") }
            return image.dataAddress
        }
    }

    /// A chapter in the same folder with nearly that name.
    private var neighbour: String? {
        let folder = (path as NSString).deletingLastPathComponent
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
        let known = names.filter { $0.hasSuffix(".md") }.sorted()
        return nearestName(to: (path as NSString).lastPathComponent, among: known)
            .map { (folder as NSString).appendingPathComponent($0) }
    }
}

/// An image file beside a chapter.
struct LocalImage {
    private let file: URL

    /// - Returns: nil for an address that is not a file beside the chapter, such as one on the web.
    init?(_ address: String, in folder: URL) {
        let decoded = address.removingPercentEncoding ?? address
        guard !decoded.isEmpty, !decoded.contains("://"), !decoded.hasPrefix("data:"), !decoded.hasPrefix("#") else {
            return nil
        }
        file = folder.appendingPathComponent(decoded)
    }

    /// The image itself as a `data:` address; nil where there is no such file, or it is no image that pages show.
    var dataAddress: String? {
        let types = [
            "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "svg": "image/svg+xml",
            "webp": "image/webp", "avif": "image/avif",
        ]
        guard let type = types[file.pathExtension.lowercased()], let data = try? Data(contentsOf: file) else {
            return nil
        }
        return "data:\(type);base64,\(data.base64EncodedString())"
    }
}
