import Testing

@testable import nbrun

@Suite struct ServerConnectionTests {
    private let start = ContinuousClock.now
    private let head = "GET /token/a.html HTTP/1.1\r\nHost: 127.0.0.1:80"

    @Test func `a head that is dripped byte by byte is the request that it makes up`() {
        var connection = ServerConnection(at: start)
        for byte in (head + "\r\n\r").utf8 { #expect(connection.take([byte]) == .incomplete) }
        #expect(connection.take(Array("\nbehind".utf8)) == HTTPRequest(head: head).map { .request($0) })
    }

    @Test func `a head has five seconds in all, however often a byte comes`() {
        var connection = ServerConnection(at: start)
        _ = connection.take(Array("GET".utf8))
        #expect(!connection.isOver(at: start + .milliseconds(4_999)))
        #expect(connection.isOver(at: start + .seconds(5)))
    }

    @Test(arguments: ["no request", "GET / HTTP/1.1\r\nno colon", "GET  / HTTP/1.1", "GET / FTP/1.0"])
    func `what is no head is told at its end`(text: String) {
        var connection = ServerConnection(at: start)
        #expect(connection.take(Array((text + "\r\n\r\n").utf8)) == .malformed)
    }

    @Test func `a head without an end is refused at 16 KiB`() {
        var connection = ServerConnection(at: start)
        let kilobyte = [UInt8](repeating: UInt8(ascii: "x"), count: 1024)
        for _ in 1..<16 { #expect(connection.take(kilobyte) == .incomplete) }
        #expect(connection.take(kilobyte) == .malformed)
    }

    @Test func `an answer may be read slowly, and not stand still`() {
        var connection = ServerConnection(at: start)
        connection.answer([1, 2, 3], at: start)
        #expect(!connection.isOver(at: start + .seconds(9)))
        connection.sent(1, at: start + .seconds(9))
        #expect(Array(connection.outbox) == [2, 3])
        #expect(connection.isAnswered, "what the reader says no more is not waited for")
        #expect(!connection.isOver(at: start + .seconds(18)))
        #expect(connection.isOver(at: start + .seconds(19)))
        connection.sent(2, at: start + .seconds(10))
        #expect(connection.isOver(at: start + .seconds(10)), "all was sent")
    }

    @Test func `a page that waits for events stays as long as it reads them`() {
        var connection = ServerConnection(at: start)
        connection.listen([0], at: start)
        connection.sent(1, at: start)
        #expect(connection.isListening)
        #expect(!connection.isOver(at: start + .seconds(100_000)))
        connection.post([1, 2], at: start + .seconds(100_000))
        #expect(connection.isOver(at: start + .seconds(100_010)), "it does not read")
        connection.sent(2, at: start + .seconds(100_001))
        #expect(!connection.isOver(at: start + .seconds(200_000)))
        connection.end()
        #expect(connection.isOver(at: start))
    }

    @Test func `a page that reads nothing is let go at 64 KiB`() {
        var connection = ServerConnection(at: start)
        connection.listen([], at: start)
        let event = [UInt8](repeating: 0, count: 1024)
        for _ in 0..<64 { connection.post(event, at: start) }
        #expect(!connection.isOver(at: start))
        connection.post(event, at: start)
        #expect(connection.isOver(at: start))
    }

    @Test func `an event is sent to those that wait for some, and to nobody else`() {
        var connection = ServerConnection(at: start)
        connection.post([1], at: start)
        #expect(connection.outbox.isEmpty)
        connection.answer([2], at: start)
        connection.post([1], at: start)
        #expect(Array(connection.outbox) == [2])
    }
}
