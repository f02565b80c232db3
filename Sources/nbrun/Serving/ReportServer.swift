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
///    site's script can reach it, also not through a name that it makes point here,
/// 4. keeps the runner waiting for no browser, however slow or ill-meaning (`ConnectionLoop`).
final class ReportServer: Sendable {
    private let listener: Int32
    /// A pipe, into which a byte is written where there are events to send.
    private let wake: DescriptorPair
    private let host: String
    private let token: String
    private let state = Mutex(State())

    private struct State {
        /// By their names; nil before the first run of a chapter has written one.
        var reports: [String: PublishedReport?] = [:]
        /// Events that the pages are not told yet.
        var events: [[UInt8]] = []
        var version = 0
    }

    /// - Throws: `POSIXError` where no socket can be had.
    init() throws {
        let flags = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        let listener = socket(AF_INET, flags, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 128) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        self.listener = listener
        wake = DescriptorPair.pipe()
        makeNonblocking(wake.first)
        makeNonblocking(wake.second)
        host = "127.0.0.1:\(UInt16(bigEndian: address.sin_port))"
        token = (0..<4).map { _ in String(UInt32.random(in: .min ... .max), radix: 36) }.joined()
    }

    /// Answers from now on.
    func start() {
        Thread.detachNewThread { [self] in
            var loop = ConnectionLoop(
                listener: listener, wake: wake.first, answer: answer,
                events: takeEvents, news: news)
            loop.run()
        }
    }

    /// Where a report is shown from now on, also before there is one.
    func address(of name: String) -> String {
        state.withLock { $0.reports[name] = $0.reports[name] ?? .some(nil) }
        return "http://\(host)/\(token)/\(Self.encoded(name))"
    }

    /// Shows a report under a name, anew if it was shown already.
    func publish(_ path: String, as name: String) {
        state.withLock { state in
            state.version += 1
            state.reports[name] = PublishedReport(at: path, version: state.version)
            state.events.append(Self.event("woven", of: name, "\(state.version)"))
        }
        wakeUp()
    }

    /// Lets the open pages show which cell runs.
    func tell(_ notice: RunNotice, report: String) {
        switch notice {
        case .started(let cell): send("started", of: report, cell.label)
        case .finished(let cell, _): send("finished", of: report, cell.label)
        default: break
        }
    }

    private func send(_ kind: String, of report: String, _ data: String) {
        state.withLock { $0.events.append(Self.event(kind, of: report, data)) }
        wakeUp()
    }

    private func takeEvents() -> [[UInt8]] {
        state.withLock { state in
            defer { state.events = [] }
            return state.events
        }
    }

    private func wakeUp() {
        // Where the pipe is full, the loop is going to be awake anyway.
        _ = write(wake.second, [1], 1)
    }

    private static func event(_ kind: String, of report: String, _ data: String) -> [UInt8] {
        Array("event: \(kind)\ndata: \(encoded(report)) \(data)\n\n".utf8)
    }

    private static func encoded(_ name: String) -> String {
        name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? name
    }

    /// A page that has missed something learns it when it listens again.
    private func news() -> [[UInt8]] {
        state.withLock { state in
            state.reports.compactMap { name, report in report.map { Self.event("woven", of: name, "\($0.version)") } }
        }
    }

    /// - Returns: nil for a page that is to be told events.
    private func answer(_ request: HTTPRequest) -> HTTPResponse? {
        guard request.isAllowed(by: host), let name = request.path(below: token) else { return .notFound }
        guard ["GET", "HEAD"].contains(request.method) else { return .otherMethod }
        if name == "events", request.method == "GET" { return nil }
        guard let report = state.withLock({ $0.reports[name] }) else { return .notFound }
        guard let report else { return .page(LiveReload.waitingPage(name: name, token: token)) }
        guard let html = report.html else { return .notFound }
        return .page(LiveReload.page(html, name: name, version: report.version, token: token))
    }
}
