import Glibc
import Synchronization

/// A pair of connected descriptors, closed in every program that is started unless it is handed over.
package struct DescriptorPair: Sendable {
    package let first: Int32
    package let second: Int32

    /// What is written to `second` can be read from `first`.
    package static func pipe() -> DescriptorPair {
        whileNoneIsMade {
            var ends: [Int32] = [0, 0]
            Glibc.pipe(&ends)
            return aboveStandard(ends)
        }
    }

    /// For a moment a new descriptor is open to every program that is started: none may be started then.
    package static func whileNoneIsMade<Result>(_ body: () -> Result) -> Result {
        making.withLock { _ in body() }
    }

    private static let making = Mutex(())

    /// Both ends can be read and written.
    static func socket() -> DescriptorPair {
        var ends: [Int32] = [0, 0]
        socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends)
        return aboveStandard(ends)
    }

    func close() {
        Glibc.close(first)
        Glibc.close(second)
    }

    /// Descriptors below 10 could be overwritten while a child's are put in their places.
    private static func aboveStandard(_ ends: [Int32]) -> DescriptorPair {
        let moved = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 10) }
        ends.forEach { Glibc.close($0) }
        return DescriptorPair(first: moved[0], second: moved[1])
    }
}

/// Reads what there is, without waiting; nil at the end of the stream.
///
/// - Parameter limit: of a writer that is faster, so many bytes are read.
package func readAvailable(_ descriptor: Int32, atMost limit: Int = .max) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < limit {
        let size = min(64 * 1024, limit - bytes.count)
        var isAtEnd = false
        let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            let result = read(descriptor, buffer.baseAddress, size)
            isAtEnd = result == 0 || (result < 0 && errno != EAGAIN && errno != EINTR)
            count = max(result, 0)
        }
        bytes += chunk
        if isAtEnd { return bytes.isEmpty ? nil : bytes }
        if chunk.count < size { return bytes }
    }
    return bytes
}

/// Makes reading return at once when there is nothing to read.
package func makeNonblocking(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
}

/// Writes every byte; false if the other end is closed.
@discardableResult
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
    }
    return true
}
