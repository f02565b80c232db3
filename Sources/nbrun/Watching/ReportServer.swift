import Foundation
import Sessions
import Synchronization

/// Shows the reports of a watch in a browser, and lets them reload by themselves.
///
/// A page opened from the disk may not ask anybody whether it is out of date; a page of a server may, and the file on
/// the disk stays what a plain run writes. The server
///
/// 1. is bound to the loopback address,
/// 2. answers only below a path that begins with a random token,
/// 3. answers only requests whose `Host` is its own address, and whose `Origin`, if there is one, is it too: no other
///    site's script can reach it, also not through a name that it makes point here.
final class ReportServer: Sendable {
    private let listener: Int32
    private let host: String
    private let token: String
    private let state = Mutex(State())

    private struct State {
        /// Paths of reports by their names.
        var reports: [String: String] = [:]
        /// Connections that wait for news.
        var listeners: [Int32] = []
    }

    /// - Throws: `POSIXError` where no socket can be had.
    init() throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 16) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        self.listener = listener
        host = "127.0.0.1:\(UInt16(bigEndian: address.sin_port))"
        token = (0..<4).map { _ in String(UInt32.random(in: .min ... .max), radix: 36) }.joined()
    }

    /// Answers from now on.
    func start() {
        Thread.detachNewThread { [self] in
            while true {
                let connection = accept(listener, nil, nil)
                if connection < 0 { continue }
                _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
                Thread.detachNewThread { self.answer(connection) }
            }
        }
    }

    /// Shows a report under a name, anew if it was shown already.
    ///
    /// - Returns: its address.
    func publish(_ path: String, as name: String) -> String {
        state.withLock { $0.reports[name] = path }
        send(event: "woven", data: name)
        let encoded = name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? name
        return "http://\(host)/\(token)/\(encoded)"
    }

    /// Lets the open pages show which cell runs.
    func tell(_ notice: RunNotice, report: String) {
        switch notice {
        case .started(let cell): send(event: "started", data: "\(report) \(cell.label)")
        case .finished(let cell, _): send(event: "finished", data: "\(report) \(cell.label)")
        default: break
        }
    }

    private func send(event: String, data: String) {
        state.withLock { state in
            state.listeners.removeAll { connection in
                if write("event: \(event)\ndata: \(data)\n\n", to: connection) { return false }
                close(connection)
                return true
            }
        }
    }

    private func answer(_ connection: Int32) {
        guard let request = HTTPRequest(readFrom: connection), request.isAllowed(by: host),
            let name = request.path(below: token)
        else { return refuse(connection) }
        if name == "events" { return keep(connection) }
        guard let path = state.withLock({ $0.reports[name] }),
            let html = try? String(contentsOfFile: path, encoding: .utf8)
        else { return refuse(connection) }
        let page = LiveReload.page(html, name: name, token: token)
        _ = write(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n"
                + "Content-Length: \(page.utf8.count)\r\nConnection: close\r\n\r\n" + page, to: connection)
        close(connection)
    }

    private func keep(_ connection: Int32) {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\r\n"
        guard write(head, to: connection) else {
            close(connection)
            return
        }
        state.withLock { $0.listeners.append(connection) }
    }

    private func refuse(_ connection: Int32) {
        _ = write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", to: connection)
        close(connection)
    }

    private func write(_ text: String, to connection: Int32) -> Bool {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Foundation.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
