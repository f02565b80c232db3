import Glibc

/// A file on its way: it grows under another name in the same folder, and takes its place once it is complete.
final class OutputFile {
    private let path: String
    private let temporaryPath: String
    private let descriptor: Int32
    private var isFinished = false

    init(path: String) throws(SafetensorsError) {
        self.path = path
        temporaryPath = "\(path).\(String(UInt32.random(in: 0...(.max)), radix: 36)).partial"
        descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            isFinished = true
            throw .unwritable(path: path, reason: lastSystemError())
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if !isFinished { unlink(temporaryPath) }
    }

    func write(_ bytes: [UInt8]) throws(SafetensorsError) {
        try bytes.withUnsafeBufferPointer { buffer throws(SafetensorsError) in
            try write(UnsafeRawBufferPointer(buffer))
        }
    }

    func write(_ buffer: UnsafeRawBufferPointer) throws(SafetensorsError) {
        var written = 0
        while written < buffer.count {
            let count = Glibc.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unwritable(path: path, reason: lastSystemError()) }
            written += count
        }
    }

    /// Brings the bytes to the disk, and the file to its place.
    func finish() throws(SafetensorsError) {
        guard fsync(descriptor) == 0, rename(temporaryPath, path) == 0 else {
            throw .unwritable(path: path, reason: lastSystemError())
        }
        isFinished = true
    }
}
