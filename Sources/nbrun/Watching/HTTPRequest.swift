import Foundation

/// The head of a browser's request, as far as the reports' server needs it.
struct HTTPRequest: Equatable {
    let method: String
    let target: String
    /// By their names in lower case.
    let headers: [String: String]

    private static let largestHead = 16 * 1024
    private static let patience = 5

    /// Waits for the head of a request; nil if none comes, or something else.
    init?(readFrom connection: Int32) {
        var limit = timeval(tv_sec: Self.patience, tv_usec: 0)
        setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var head: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 2048)
        while head.count < Self.largestHead {
            let count = recv(connection, &chunk, chunk.count, 0)
            guard count > 0 else { return nil }
            head += chunk[..<count]
            let text = String(decoding: head, as: UTF8.self)
            if let end = text.range(of: "\r\n\r\n") {
                self.init(head: String(text[..<end.lowerBound]))
                return
            }
        }
        return nil
    }

    init?(head: String) {
        let lines = head.components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ")
        guard words.count == 3, words[2].hasPrefix("HTTP/1.") else { return nil }
        (method, target) = (String(words[0]), String(words[1]))
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            headers[line[..<colon].lowercased()] = value
        }
        self.headers = headers
    }

    /// Whether it comes from a page of this very server, or from a person.
    func isAllowed(by host: String) -> Bool {
        method == "GET" && headers["host"] == host && (headers["origin"].map { $0 == "http://\(host)" } ?? true)
    }

    /// What is asked for below a token.
    func path(below token: String) -> String? {
        let prefix = "/\(token)/"
        guard target.hasPrefix(prefix) else { return nil }
        return String(target.dropFirst(prefix.count).prefix { $0 != "?" }).removingPercentEncoding
    }
}
