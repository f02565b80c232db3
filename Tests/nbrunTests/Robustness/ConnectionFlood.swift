import Foundation
import Synchronization

/// Browsers that mean ill, many at a time, until they are told to stop.
final class ConnectionFlood: Sendable {
    /// How a connection behaves.
    enum Kind: CaseIterable {
        /// Sends a head one byte after another.
        case dripping
        /// Says nothing.
        case silent
        /// Asks for events, and reads none.
        case deaf
        /// Asks for events, and is gone.
        case fleeting
        /// Sends a head without an end.
        case babbling
    }

    private let port: UInt16
    private let token: String
    private let isOver = Mutex(false)
    private let made = Mutex(0)
    private let ended = DispatchSemaphore(value: 0)

    /// - Parameters:
    ///   - address: of a report that is served.
    ///   - count: how many connections there are at a time.
    init?(of address: String, count: Int) {
        guard let match = address.firstMatch(of: /127\.0\.0\.1:(\d+)\/(\w+)\//), let port = UInt16(match.output.1)
        else {
            return nil
        }
        (self.port, token) = (port, String(match.output.2))
        Thread.detachNewThread { self.run(count) }
    }

    /// How many connections there have been.
    var connectionCount: Int { made.withLock { $0 } }

    func stop() {
        isOver.withLock { $0 = true }
        ended.wait()
    }

    private func run(_ count: Int) {
        var connections: [(descriptor: Int32, kind: Kind)] = []
        while !isOver.withLock({ $0 }) {
            while connections.count < count {
                let kind = Kind.allCases[connections.count % Kind.allCases.count]
                guard let descriptor = connect() else { break }
                begin(descriptor, kind)
                connections.append((descriptor, kind))
            }
            usleep(100_000)
            connections.removeAll { connection in
                if goesOn(connection.descriptor, connection.kind) { return false }
                close(connection.descriptor)
                return true
            }
        }
        for connection in connections { close(connection.descriptor) }
        ended.signal()
    }

    private func connect() -> Int32? {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Foundation.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        made.withLock { $0 += 1 }
        return descriptor
    }

    private func begin(_ descriptor: Int32, _ kind: Kind) {
        switch kind {
        case .dripping, .silent: break
        case .deaf, .fleeting:
            send("GET /\(token)/events HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n", to: descriptor)
        case .babbling: send(String(repeating: "x: y\r\n", count: 4000), to: descriptor)
        }
    }

    private func goesOn(_ descriptor: Int32, _ kind: Kind) -> Bool {
        switch kind {
        case .fleeting: return false
        case .dripping: send("G", to: descriptor)
        case .deaf, .silent, .babbling: break
        }
        // Without reading: whether the server has let it go.
        var state = pollfd(fd: descriptor, events: Int16(bitPattern: 0x2000), revents: 0)
        return poll(&state, 1, 0) == 0
    }

    private func send(_ text: String, to descriptor: Int32) {
        _ = Foundation.send(descriptor, text, text.utf8.count, Int32(MSG_NOSIGNAL))
    }
}
