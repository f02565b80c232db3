import Foundation

/// Files that are read whole. What is no file, such as a pipe that nobody writes to, is never waited for.
package enum RegularFile {
    /// - Returns: nil where the file cannot be read, or is none.
    package static func contents(of path: String) -> Data? {
        handle(of: path).flatMap { try? $0.readToEnd() ?? Data() }
    }

    static func handle(of path: String) -> FileHandle? {
        // Opening a pipe would wait for a writer.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            return nil
        }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }
}
