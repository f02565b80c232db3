import Glibc

/// A file on its way: it grows under another name in the same folder, and takes its place once it is complete.
///
/// 1. Until it is finished, what was there before is untouched; from then on it is wholly the new one. Its bytes are on the
///    disk before it takes its place, and the folder's entry when `finish` returns.
/// 2. A link is followed: the file that it leads to is replaced, the link stays.
/// 3. Only a regular file is replaced, and the new one has its permissions.
/// 4. Meanwhile it has a name that nobody else gives (`Leftovers`), and is locked. One whose lock is free was left behind by
///    a process that was killed; whoever writes into that folder next removes it.
package final class OutputFile {
    /// Where to write to without this class, such as from another program.
    package let descriptor: Int32
    private let path: String
    private let destination: String
    private let temporaryPath: String
    private var isFinished = false

    /// - Throws: `FileProblem` where the file could not be written; nothing has changed then.
    package init(path: String) throws(FileProblem) {
        self.path = path
        let place = try FileDestination(of: path)
        destination = place.path
        (temporaryPath, descriptor) = try Self.lockedFile(in: place.folder, for: path)
        Leftovers.clear(place.folder) { unlink($0) }
        if let permissions = place.permissions { fchmod(descriptor, permissions) }
    }

    deinit {
        if !isFinished { unlink(temporaryPath) }
        close(descriptor)
    }

    package func write(_ buffer: UnsafeRawBufferPointer) throws(FileProblem) {
        var written = 0
        while written < buffer.count {
            let count = Glibc.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw FileProblem(path: path) }
            written += count
        }
    }

    package func write(_ bytes: [UInt8]) throws(FileProblem) {
        try bytes.withUnsafeBufferPointer { buffer throws(FileProblem) in
            try write(UnsafeRawBufferPointer(buffer))
        }
    }

    /// Brings the bytes to the disk, and the file to its place.
    package func finish() throws(FileProblem) {
        guard fsync(descriptor) == 0, rename(temporaryPath, destination) == 0 else { throw FileProblem(path: path) }
        isFinished = true
        try syncFolder()
    }

    /// Some file systems have nothing to bring to the disk of a folder, and say so.
    private func syncFolder() throws(FileProblem) {
        let folder = open(FileDestination.folder(of: destination), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        defer { close(folder) }
        guard fsync(folder) == 0 || errno == EINVAL || errno == ENOTSUP else { throw FileProblem(path: path) }
    }

    /// A cleaner may take the file for a leftover before it is locked; then there has to be another one.
    private static func lockedFile(
        in folder: String, for path: String
    ) throws(FileProblem) -> (path: String, descriptor: Int32) {
        while true {
            let name = "\(folder)/\(Leftovers.newName())"
            let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            guard descriptor >= 0 else { throw FileProblem(path: path) }
            if Leftovers.lock(descriptor) { return (name, descriptor) }
            close(descriptor)
        }
    }
}

extension OutputFile {
    /// Writes a whole text; folders that are missing are made.
    ///
    /// - Throws: `FileProblem`; what was there before is untouched.
    package static func write(_ text: String, to path: String) throws(FileProblem) {
        try Array(text.utf8).withUnsafeBufferPointer { bytes throws(FileProblem) in
            try write(UnsafeRawBufferPointer(bytes), to: path)
        }
    }

    package static func write(_ bytes: UnsafeRawBufferPointer, to path: String) throws(FileProblem) {
        try makeFolder(of: path)
        let file = try OutputFile(path: path)
        try file.write(bytes)
        try file.finish()
    }

    /// Finds out whether a file could be written, as far as that can be known before its bytes are there.
    ///
    /// - Throws: `FileProblem`.
    package static func probe(_ path: String) throws(FileProblem) {
        try makeFolder(of: path)
        _ = try OutputFile(path: path)
    }
}
