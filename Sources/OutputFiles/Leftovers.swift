import Glibc

/// What processes that were killed have left unfinished: files and folders with names of their own, whose lock is free.
///
/// A lock needs no clock, and goes with its process, whatever ends it.
package enum Leftovers {
    private static let (prefix, suffix) = (".nbrun-", ".new")

    /// A name under which something grows; it has to be locked while it does.
    package static func newName() -> String {
        prefix + String(UInt64.random(in: 0...(.max)), radix: 36) + suffix
    }

    /// Whether a name is of something that is not finished.
    package static func isUnfinished(_ name: some StringProtocol) -> Bool {
        name.hasPrefix(prefix) && name.hasSuffix(suffix)
    }

    /// Removes what is left in a folder that nobody is writing any more.
    ///
    /// - Parameter remove: called with the path of each, which is locked meanwhile.
    package static func clear(_ folder: String, removing remove: (String) -> Void) {
        guard let directory = opendir(folder) else { return }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if isUnfinished(name) { whileFree("\(folder)/\(name)", do: remove) }
        }
    }

    /// Does something with a path while its lock is held, unless a process that lives holds it.
    package static func whileFree(_ path: String, do body: (String) -> Void) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { body(path) }
    }

    /// Locks what is open in this process, for as long as it is.
    ///
    /// - Returns: false where a cleaner has come first, and has taken it for a leftover.
    package static func lock(_ descriptor: Int32) -> Bool {
        var status = stat()
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else { return false }
        return fstat(descriptor, &status) == 0 && status.st_nlink > 0
    }
}
