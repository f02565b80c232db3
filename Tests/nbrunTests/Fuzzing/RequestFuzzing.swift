import Fuzzing
import Testing

@testable import nbrun

@Suite("11. Fuzzing: a browser's requests")
struct RequestFuzzing {
    @Test func `whatever a browser sends is a request or none, and none from another page is answered`() {
        let seeds = [
            "GET /token/ HTTP/1.1\r\nHost: 127.0.0.1:8000\r\nOrigin: http://127.0.0.1:8000\r\nAccept: */*",
            "GET /token/a%20b.png?x=1 HTTP/1.0\r\nhost: 127.0.0.1:8000",
        ]
        let words = ["\r\n", " ", ":", "/", "%", "%2e%2e/", "%00", "HTTP/1.1", "Origin: http://evil", "GET", "POST"]
        let fuzzing = Fuzzing("requests", inputs: 300, Mutator(corpus: seeds.map { Array($0.utf8) }, words: words))
        let findings = fuzzing.findings { input in
            guard let request = HTTPRequest(head: String(decoding: input, as: UTF8.self)) else { return nil }
            let origins = request.headers["origin"] ?? ["http://127.0.0.1:8000"]
            let isOwn = origins == ["http://127.0.0.1:8000"] && request.headers["host"] == ["127.0.0.1:8000"]
            _ = request.path(below: "token")
            return request.isAllowed(by: "127.0.0.1:8000") && !isOwn ? "it is answered" : nil
        }
        #expect(findings == [])
    }
}
