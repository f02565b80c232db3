/// Paths as texts.
enum FilePath {
    /// The folder that a path's last part is in; empty for the current one.
    ///
    /// Foundation's `deletingLastPathComponent` traps on a path of a single letter.
    ///
    ///     FilePath.folder(of: "a/b.md")   // "a"
    ///     FilePath.folder(of: "x")        // ""
    static func folder(of path: String) -> String {
        let name = path.lastIndex { $0 != "/" }.map { path[...$0] } ?? ""
        guard let slash = name.lastIndex(of: "/") else { return path.hasPrefix("/") ? "/" : "" }
        guard let end = name[..<slash].lastIndex(where: { $0 != "/" }) else { return "/" }
        return String(name[...end])
    }
}
