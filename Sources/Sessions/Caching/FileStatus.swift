import Glibc

/// Size and time of a file or folder.
///
/// Foundation's attributes tell the owner's name as well, for which it reads two files of the system each time.
package struct FileStatus: Equatable {
    package let bytes: Int
    /// Nanoseconds since 1970.
    package let modified: Int

    /// - Returns: nil where there is nothing.
    package init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        (bytes, modified) = (Int(status.st_size), status.st_mtim.nanoseconds)
    }

    /// When an entry of a cache was used; a time to come is no time, and counts as the oldest.
    func used(before now: Int) -> Int {
        modified <= now ? modified : 0
    }

    static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return time.nanoseconds
    }
}

extension timespec {
    fileprivate var nanoseconds: Int { tv_sec * 1_000_000_000 + tv_nsec }
}
