/// What the reports' server answers.
struct HTTPResponse: Equatable {
    private let status: String
    private let type: String?
    private let body: String?

    static func page(_ html: String) -> HTTPResponse {
        HTTPResponse(status: "200 OK", type: "text/html; charset=utf-8", body: html)
    }

    /// The head of a stream without an end.
    static let events = HTTPResponse(status: "200 OK", type: "text/event-stream", body: nil)
    static let malformed = HTTPResponse(status: "400 Bad Request", type: nil, body: "")
    static let notFound = HTTPResponse(status: "404 Not Found", type: nil, body: "")
    static let otherMethod = HTTPResponse(status: "405 Method Not Allowed\r\nAllow: GET, HEAD", type: nil, body: "")

    /// - Parameter hasBody: false in the answer to HEAD.
    func bytes(hasBody: Bool = true) -> [UInt8] {
        var lines = ["HTTP/1.1 \(status)"] + Self.protection
        if let type { lines.append("Content-Type: \(type)") }
        if let body { lines += ["Content-Length: \(body.utf8.count)", "Connection: close"] }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + (hasBody ? body ?? "" : "")).utf8)
    }

    /// A page shows what its author wrote, images of other sites among it; it asks for news at this server alone, and no
    /// other site's page can show it.
    private static let protection = [
        "Cache-Control: no-store",
        "Content-Security-Policy: default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src * data:; "
            + "media-src * data:; font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        "Cross-Origin-Resource-Policy: same-origin", "Referrer-Policy: no-referrer",
        "X-Content-Type-Options: nosniff", "X-Frame-Options: DENY",
    ]
}
