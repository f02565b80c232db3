import Foundation
import Testing

/// What a cell writes is text, whatever it looks like: to nbrun, to the terminal and to the browser.
@Suite("7 and 8. Control sequences, broken UTF-8, forged messages, markup in data")
struct ForeignBytesTests {
    /// Lines and frames that look like those of the session's own process, and where a cell writes them.
    @Test(arguments: [
        (0, "Array(\"finished\\n\".utf8)"), (0, "Array(\"0123456789abcdef finished\\nended 1 0 0\\n\".utf8)"),
        (0, "[UInt8](repeating: 65, count: 100_000)"), (1, "[UInt8](repeating: 255, count: 200)"), (1, "[1]"),
    ])
    func aCellThatWritesToADescriptorOfNbrunsFails(channel: Int, bytes: String) throws {
        let line = try CommandLine()
        defer { line.remove() }
        let source = """
            import Foundation
            let forged: [UInt8] = \(bytes)
            print("before")
            let sockets = (0..<5000).map(Int32.init).filter { descriptor in
                var status = stat()
                return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFSOCK
            }
            _ = forged.withUnsafeBytes { write(sockets.suffix(2)[sockets.count - 2 + \(channel)], $0.baseAddress, $0.count) }
            """
        try line.write(chapter(source, "print(\"later\")"), to: "a.md")
        let run = try line.nbrun("a.md")
        #expect(run.status == 1, "\(run.errors)")
        let what = ["the session", "outputs"][channel]
        let message = "the cell wrote to a descriptor that it did not open, by which nbrun hears of \(what);"
        #expect(run.errors.contains(message))
        #expect(try line.read("output/a.nbrun.json").contains("before"))
        #expect(!(try line.read("output/a.nbrun.json").contains("later\\n")))
        #expect(line.processesLeft == [])
    }

    @Test func nothingThatACellSaysCommandsTheTerminalOrBreaksThePage() throws {
        let line = try CommandLine()
        defer { line.remove() }
        let hostile = #"\u{1B}]0;title\u{07}\u{1B}[2J\u{1B}]52;c;aGk=\u{07}\u{9B}2J\u{0}\u{202E}"#
        let source = """
            import Foundation
            let bytes: [UInt8] = [0x61, 0xFF, 0xC3, 0x28, 0x0A, 0xE2, 0x82]
            _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
            print("\(hostile) shown")
            misuse("\(hostile) told")
            """
        try line.write(chapter(source), to: "a.md")
        let run = try line.nbrun("a.md")
        #expect(run.status == 1 && run.errors.contains("told"))
        for text in [run.errors, run.output, try line.read("output/a.html")] {
            let controls = text.unicodeScalars.filter {
                $0.value < 0x20 && $0 != "\n" && $0 != "\t" || $0.value == 0x9B
            }
            #expect(controls.isEmpty)
        }
        #expect(!run.errors.unicodeScalars.contains("\u{202E}"))
        #expect(try line.read("output/a.html").contains("shown"))
        let json = try JSONSerialization.jsonObject(
            with: Data(contentsOf: line.folder.appendingPathComponent("output/a.nbrun.json")))
        #expect(json is [String: Any])
    }

    @Test func whatIsDataNeverBecomesMarkup() throws {
        let line = try CommandLine()
        defer { line.remove() }
        let hostile = "</script></title></svg>]]>--><img src=x onerror=alert(1)>"
        let source = """
            let hostile = "\(hostile)"
            print(hostile)
            display([hostile: 1])
            display(Table(columns: [hostile: [hostile]]))
            Figure { Axes(title: hostile, xLabel: hostile, yLabel: hostile) { LinePlot([1, 2], label: hostile) }.legend() }
            """
        try line.write("---\ntitle: '\(hostile)'\nauthor: '\(hostile)'\n---\n\n" + chapter(source), to: "a.md")
        let run = try line.nbrun("a.md")
        #expect(run.status == 0, "\(run.errors)")
        let report = try line.read("output/a.html")
        #expect(!report.contains("<img src=x"))
        #expect(report.contains("&lt;img src=x"))
    }
}
