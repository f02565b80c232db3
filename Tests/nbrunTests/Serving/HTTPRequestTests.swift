import Testing

@testable import nbrun

@Suite struct HTTPRequestTests {
    private let host = "127.0.0.1:8000"

    @Test(arguments: [
        ("Host: 127.0.0.1:8000", true), ("host:127.0.0.1:8000\r\nORIGIN: http://127.0.0.1:8000", true),
        ("", false), ("Host: example.org", false), ("Host: 127.0.0.1:8000\r\nHost: 127.0.0.1:8000", false),
        ("Host: 127.0.0.1:8000\r\nHost: example.org", false),
        ("Host: 127.0.0.1:8000\r\nOrigin: null", false),
        ("Host: 127.0.0.1:8000\r\nOrigin: http://127.0.0.1:8000\r\nOrigin: http://127.0.0.1:8000", false),
    ])
    func `only what names this server, once, is answered`(headers: String, isAllowed: Bool) throws {
        let head = "GET / HTTP/1.1" + (headers.isEmpty ? "" : "\r\n\(headers)")
        #expect(try #require(HTTPRequest(head: head)).isAllowed(by: host) == isAllowed)
    }

    @Test(arguments: [
        ("/token/a.html", "a.html"), ("/token/a%20b.html?x=1", "a b.html"), ("/token/%ff", nil), ("/other/a.html", nil),
        ("/token", nil),
    ])
    func `what is asked for stands behind the token`(target: String, name: String?) throws {
        #expect(try #require(HTTPRequest(head: "GET \(target) HTTP/1.1")).path(below: "token") == name)
    }

    @Test func `every answer keeps other pages from using it`() {
        let text = String(decoding: HTTPResponse.page("<p>é</p>").bytes(), as: UTF8.self)
        for line in [
            "HTTP/1.1 200 OK", "X-Content-Type-Options: nosniff", "X-Frame-Options: DENY",
            "Referrer-Policy: no-referrer",
            "Content-Type: text/html; charset=utf-8", "Content-Length: 9",
        ] { #expect(text.components(separatedBy: "\r\n").contains(line), "\(line)") }
        #expect(text.hasSuffix("\r\n\r\n<p>é</p>"))
        #expect(
            String(decoding: HTTPResponse.page("<p>é</p>").bytes(hasBody: false), as: UTF8.self) == text.dropLast(8))
    }
}
