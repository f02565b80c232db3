import Foundation

/// Writing to a terminal, or to what stands in its place, which may be full, closed or gone: the run goes on all the same, and
/// its report is written.
enum TerminalDescriptor {
    /// Milliseconds that a reader may keep a line waiting.
    private static let patience: Int32 = 2000
    /// Nobody reads any more; every further line would take the patience again.
    nonisolated(unsafe) private static var isStuck = false

    /// Makes closed ones lead nowhere. A file that takes their numbers would get what is meant for a person.
    ///
    /// A signal for a pipe that nobody reads, or a file that is too large, would end nbrun; with a handler it does not, and
    /// programs that are started get the system's behaviour again.
    static func prepare() {
        while true {
            let descriptor = open("/dev/null", O_RDWR)
            guard descriptor >= 0, descriptor <= STDERR_FILENO else {
                close(descriptor)
                break
            }
        }
        for number in [SIGPIPE, SIGXFSZ] { signal(number) { _ in } }
    }

    static func write(_ text: String, to descriptor: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty, !isStuck {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                isStuck = !isWritable(descriptor)
            } else if errno != EINTR {
                return
            }
        }
    }

    private static func isWritable(_ descriptor: Int32) -> Bool {
        var poll = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        return Foundation.poll(&poll, 1, patience) > 0
    }
}
