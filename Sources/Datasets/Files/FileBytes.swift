import Glibc

/// A file's bytes, mapped into memory for as long as the value lives.
struct FileBytes: ~Copyable {
    let bytes: UnsafeRawBufferPointer

    /// - Parameter package: the Debian package to name where the file is missing.
    init(path: String, package: String?) throws(DatasetError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.error(path, package) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.error(path, package) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .unreadable(path: path, reason: "not a regular file", package: package)
        }
        guard status.st_size > 0 else {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        let address = mmap(nil, status.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0)
        guard let address, address != MAP_FAILED else { throw Self.error(path, package) }
        bytes = UnsafeRawBufferPointer(start: address, count: status.st_size)
    }

    deinit {
        if let address = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: address), bytes.count) }
    }

    private static func error(_ path: String, _ package: String?) -> DatasetError {
        .unreadable(path: path, reason: String(cString: strerror(errno)), package: package)
    }
}
