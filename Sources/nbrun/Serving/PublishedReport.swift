import Foundation

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

    var html: String? {
        guard Self.withoutLinks(path) == path else { return nil }
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return (try? file.readToEnd()).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func withoutLinks(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
