import Glibc

/// Where files are that a run needs while it lasts: `$TMPDIR`, or `/tmp`.
public enum TemporaryFolder {
    public static var path: String { environmentPath(variable) ?? "/tmp" }

    private static let variable = "TMPDIR"

    /// Why no file can be made there; nil where one can.
    public static var problem: SessionError? {
        WritableFolder(path: path).problem.map { .cannotWrite(path: path, code: $0) }
    }

    /// Lets this process, and those that it starts, do without a `TMPDIR` that cannot be used.
    ///
    /// - Returns: why it cannot be used; nil where nothing is the matter.
    public static func abandonIfUnusable() -> SessionError? {
        guard environmentPath(variable) != nil, let problem else { return nil }
        unsetenv(variable)
        return problem
    }
}
