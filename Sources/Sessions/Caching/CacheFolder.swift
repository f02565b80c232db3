import Glibc

/// Where nbrun keeps what outlives a run: `$XDG_CACHE_HOME/nbrun`, or `~/.cache/nbrun`.
///
/// Compiled cells in it are loaded and run, so it is used only where nobody else can write: it belongs to the person who
/// runs nbrun, and is closed to everybody else.
public enum CacheFolder {
    public static var path: String {
        if let base = environmentPath("XDG_CACHE_HOME") { return "\(base)/nbrun" }
        return "\(home)/.cache/nbrun"
    }

    /// Why nothing can be kept in it; nil where something can. It is made where it is missing.
    ///
    /// What is found at first holds for as long as the process lives.
    public static let problem: CacheFolderProblem? = {
        do throws(CacheFolderProblem) {
            try prepare(path)
            return nil
        } catch {
            return error
        }
    }()

    /// What the compiler makes of C headers.
    static var modules: String { "\(path)/modules" }
    /// Compiled cells.
    static var cells: String { "\(path)/cells" }
    /// Trainings, which the session's process reads and writes.
    static var trainings: String { "\(path)/trainings" }

    /// The environment's word, or else that of the list of users; for a user who is in none, the system's root.
    private static var home: String {
        environmentPath("HOME") ?? getpwuid(geteuid()).map { String(cString: $0.pointee.pw_dir) } ?? ""
    }

    /// Makes the folder, closes it to others, and tries it.
    static func prepare(_ path: String) throws(CacheFolderProblem) {
        try make(path)
        var status = stat()
        guard stat(path, &status) == 0 else { throw .cannotMake(path: path, code: errno) }
        guard status.st_uid == geteuid() else { throw .belongsToAnother(path: path) }
        if status.st_mode & 0o022 != 0, chmod(path, 0o700) != 0 { throw .cannotWrite(path: path, code: errno) }
        if let code = WritableFolder(path: path).problem { throw .cannotWrite(path: path, code: code) }
    }

    private static func make(_ path: String) throws(CacheFolderProblem) {
        guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
            throw .cannotMake(path: path, code: errno)
        }
        try make(String(path[..<slash]))
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .cannotMake(path: path, code: errno) }
    }
}

/// An absolute path that the environment names; what is empty or relative says nothing.
func environmentPath(_ variable: String) -> String? {
    getenv(variable).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
}
