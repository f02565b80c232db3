import Glibc

/// A file that is read at chosen places.
final class InputFile {
    let path: String
    let byteCount: Int
    private let descriptor: Int32

    init(path: String) throws(SafetensorsError) {
        // Opening a pipe would wait for somebody who writes to it.
        descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: lastSystemError()) }
        self.path = path
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(path: path, reason: lastSystemError()) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path: path, reason: "not a regular file") }
        byteCount = status.st_size
    }

    deinit {
        close(descriptor)
    }

    /// Fills the buffer with the bytes from an offset on.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(SafetensorsError) {
        var filled = 0
        while filled < buffer.count {
            let count = pread(descriptor, buffer.baseAddress! + filled, buffer.count - filled, offset + filled)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(path: path, reason: lastSystemError()) }
            guard count > 0 else { throw .unreadable(path: path, reason: "it became shorter while it was read") }
            filled += count
        }
    }

    /// So many bytes from an offset on.
    func read(_ count: Int, at offset: Int) throws(SafetensorsError) -> [UInt8] {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
        defer { buffer.deallocate() }
        try read(into: buffer, at: offset)
        return Array(buffer)
    }
}

/// What the system says of the call that failed last.
func lastSystemError() -> String { String(cString: strerror(errno)) }
