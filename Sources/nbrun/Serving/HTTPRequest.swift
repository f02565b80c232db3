import Foundation

/// The head of a browser's request, as far as the reports' server needs it.
struct HTTPRequest: Equatable {
    let method: String
    let target: String
    /// By their names in lower case, in the order in which they came.
    let headers: [String: [String]]

    /// - Returns: nil for what is no head of a request.
    init?(head: String) {
        let lines = head.components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, words[2].hasPrefix("HTTP/1.") else { return nil }
        (method, target) = (String(words[0]), String(words[1]))
        var headers: [String: [String]] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            headers[line[..<colon].lowercased(), default: []].append(value)
        }
        self.headers = headers
    }

    /// Whether it comes from a page of this very server, or from a user: a header that is given twice may be read otherwise by
    /// whoever stands between.
    func isAllowed(by host: String) -> Bool {
        headers["host"] == [host] && ["http://\(host)"] == headers["origin", default: ["http://\(host)"]]
    }

    /// What is asked for below a token.
    func path(below token: String) -> String? {
        let prefix = "/\(token)/"
        guard target.hasPrefix(prefix) else { return nil }
        return String(target.dropFirst(prefix.count).prefix { $0 != "?" }).removingPercentEncoding
    }
}
