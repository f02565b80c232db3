import Foundation

/// Tells that something in a folder was saved: by writing into a file, or by putting a new one in its place.
final class FolderChanges {
    /// Readable when there is something to read.
    let descriptor: Int32

    /// - Throws: `POSIXError` where the system cannot watch a folder.
    init(folders: Set<String>) throws {
        descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        for folder in folders where !watch(folder) {
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
    }

    /// Tells from now on of a folder, too; of one that is watched already, once.
    ///
    /// - Returns: false where the system cannot watch it, as one that is missing.
    @discardableResult func watch(_ folder: String) -> Bool {
        let events = UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_DELETE)
        return inotify_add_watch(descriptor, folder.isEmpty ? "." : folder, events) >= 0
    }

    deinit {
        close(descriptor)
    }

    /// Forgets what was told so far.
    func clear() {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while read(descriptor, &buffer, buffer.count) > 0 {}
    }
}
