import Testing

@testable import nbrun

struct PrintedLinesTests {
    @Test func `a line is given when it is whole, and what is left at the end`() {
        var lines = PrintedLines()
        #expect(lines.take(Array("one\ntw".utf8), from: .output) == ["one"])
        #expect(lines.take(Array("careful\n".utf8), from: .error) == ["careful"])
        #expect(lines.take(Array("o\n\nthr".utf8), from: .output) == ["two", ""])
        #expect(lines.take(Array("ee".utf8), from: .output) == [])
        #expect(lines.finish() == ["three"])
        #expect(lines.finish() == [])
    }

    @Test func `a character that comes in two pieces is one`() {
        var lines = PrintedLines()
        let bytes = Array("é\n".utf8)
        #expect(lines.take([bytes[0]], from: .output) == [])
        #expect(lines.take(Array(bytes[1...]), from: .output) == ["é"])
    }

    @Test(arguments: [
        ("1 %\r50 %\r100 %\n", "100 %"), ("done\r\n", "done"), ("\u{1B}[31mred\u{1B}[0m\n", "red"),
        ("\u{1B}]0;title\u{7}text\n", "text"), ("\u{1B}[2K\rnew\n", "new"), ("\r\n", ""),
    ])
    func `colours are left out, and of what is rewritten the last is shown`(text: String, expected: String) {
        var lines = PrintedLines()
        #expect(lines.take(Array(text.utf8), from: .output) == [expected])
    }

    @Test func `a line without end is given in pieces`() {
        var lines = PrintedLines()
        let piece = [UInt8](repeating: 0x61, count: 50_000)
        #expect(lines.take(piece, from: .output) == [])
        #expect(lines.take(piece, from: .output).map(\.count) == [100_000])
        #expect(lines.finish() == [])
    }
}
