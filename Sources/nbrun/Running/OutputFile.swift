import Foundation

/// A file that cannot be written.
struct FileProblem: Error, CustomStringConvertible {
    let path: String
    let problem: String

    var description: String { "\(path) cannot be written: \(problem)" }
}

/// Files that are wholly the old or wholly the new one.
enum OutputFile {
    /// Writes a text beside its place, makes sure that it is on the disk, and moves it there.
    ///
    /// - Throws: `FileProblem`; what was there before is untouched.
    static func write(_ text: String, to path: String) throws {
        try write(Data(text.utf8), to: path)
    }

    static func write(_ data: Data, to path: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        if !folder.isEmpty {
            try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        let temporary = "\(path).\(getpid()).new"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileProblem(path: path, problem: String(cString: strerror(errno))) }
        let isWritten = writeAll(data, to: descriptor) && fsync(descriptor) == 0
        let code = errno
        close(descriptor)
        guard isWritten, rename(temporary, path) == 0 else {
            let problem = String(cString: strerror(isWritten ? errno : code))
            unlink(temporary)
            throw FileProblem(path: path, problem: problem)
        }
    }

    private static func writeAll(_ data: Data, to descriptor: Int32) -> Bool {
        data.withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count {
                let count = Foundation.write(descriptor, bytes.baseAddress! + written, bytes.count - written)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                written += count
            }
            return true
        }
    }
}
