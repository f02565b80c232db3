import Glibc

/// A folder in which files are to be made.
struct WritableFolder {
    let path: String

    /// More than the last bytes of a full disk.
    private static let trialSize = 1 << 16
    /// `O_TMPFILE`, which Swift does not import: a file without a name, of which nothing can be left.
    private static let unnamed = 0o20_000_000 | O_DIRECTORY

    /// The number of the error that a file meets there; nil where one can be made.
    ///
    /// It is tried: permissions alone do not tell of a disk that is full or read-only.
    var problem: Int32? {
        let descriptor = trialFile()
        guard descriptor >= 0 else { return errno }
        defer { close(descriptor) }
        let bytes = [UInt8](repeating: 0, count: Self.trialSize)
        let count = write(descriptor, bytes, bytes.count)
        if count < 0 { return errno }
        return count < bytes.count ? ENOSPC : nil
    }

    private func trialFile() -> Int32 {
        let descriptor = open(path, Self.unnamed | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor < 0, errno == EOPNOTSUPP || errno == EISDIR else { return descriptor }
        var template = Array("\(path)/.nbrun-XXXXXX".utf8CString)
        let named = mkstemp(&template)
        if named >= 0 { unlink(template) }
        return named
    }
}
