import Foundation

/// A folder in which files are to be made.
struct WritableFolder {
    let path: String

    /// Tries it: permissions alone do not tell of a disk that is full or read-only.
    private var problem: String? {
        let file = "\(path)/.nbrun-\(getpid())"
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            return "it cannot be made"
        }
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else { return String(cString: strerror(errno)) }
        defer {
            close(descriptor)
            unlink(file)
        }
        return Foundation.write(descriptor, "x", 1) == 1 ? nil : String(cString: strerror(errno))
    }

    func finding(_ subject: String, _ text: String, remedy: String) -> Finding {
        guard let problem else { return Finding(subject: subject, text: text) }
        return Finding(
            subject: subject, text: "\(path), \(problem)", remedy: "\(path) cannot be written: \(problem); \(remedy)")
    }
}
