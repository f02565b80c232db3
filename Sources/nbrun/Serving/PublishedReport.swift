import Foundation
import Sessions

/// A report that the server shows: the file that lay at its path when it was published, and none that a link was made to lead
/// to since.
struct PublishedReport {
    /// Without links.
    private let path: String
    /// How often it was woven, by which a page knows whether it is the newest.
    let version: Int

    /// - Returns: nil where there is no file.
    init?(at path: String, version: Int) {
        guard let path = Self.withoutLinks(path) else { return nil }
        (self.path, self.version) = (path, version)
    }

    /// Nil where the file is gone, or another one lies there behind a link.
    var html: String? {
        guard Self.withoutLinks(path) == path else { return nil }
        return RegularFile.contents(of: path, followingLink: false).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func withoutLinks(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
