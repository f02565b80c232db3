import Foundation

/// Files that are read whole. What is no file, such as a pipe that nobody writes to, is never waited for.
package enum RegularFile {
    /// - Returns: nil where the file cannot be read, or is none.
    package static func contents(of path: String, followingLink followsLink: Bool = true) -> Data? {
        handle(of: path, followingLink: followsLink).flatMap { try? $0.readToEnd() ?? Data() }
    }

    static func handle(of path: String, followingLink followsLink: Bool = true) -> FileHandle? {
        // Opening a pipe would wait for a writer.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | (followsLink ? 0 : O_NOFOLLOW))
        guard descriptor >= 0 else { return nil }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            return nil
        }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }
}
