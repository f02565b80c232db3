import Glibc

/// Where a file will lie in the end, and what is there now.
struct FileDestination {
    /// A path that is no link.
    let path: String
    /// Those of the file that is there; nil where there is none.
    let permissions: mode_t?

    var folder: String { Self.folder(of: path) }

    /// - Throws: `FileProblem` for what is no regular file, or a name that no file can have.
    init(of path: String) throws(FileProblem) {
        var destination = path
        var links = 0
        while let target = Self.linkTarget(of: destination) {
            links += 1
            guard links <= 40 else { throw FileProblem(path: path, problem: String(cString: strerror(ELOOP))) }
            destination = target.hasPrefix("/") ? target : "\(Self.folder(of: destination))/\(target)"
        }
        var status = stat()
        if lstat(destination, &status) == 0 {
            switch status.st_mode & S_IFMT {
            case S_IFREG: break
            case S_IFDIR: throw FileProblem(path: path, problem: "it is a folder")
            default: throw FileProblem(path: path, problem: "it is no regular file")
            }
            permissions = status.st_mode & 0o7777
        } else {
            guard errno == ENOENT else { throw FileProblem(path: path) }
            permissions = nil
        }
        self.path = destination
    }

    /// The folder that a path's last part is in.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func linkTarget(of path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &buffer, buffer.count)
        return count > 0 ? String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
    }
}
