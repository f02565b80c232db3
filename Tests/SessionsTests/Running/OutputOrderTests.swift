import Display
import Testing

@testable import Sessions

/// What a cell gives comes in the order in which it was given.
@Suite struct OutputOrderTests {
    @Test func printsAndDisplaysKeepTheirOrder() throws {
        let run = try RunningChapter(cells: [
            "for n in 1...3 {\n    print(\"print\", n)\n    display(\"display \\(n)\")\n}"
        ])
        #expect(
            run.record.cells[0].outputs
                == (1...3).flatMap { number in
                    [Output.stream(.output, "print \(number)\n"), .text("display \(number)")]
                })
    }

    @Test func aDisplayIsReplacedInItsPlace() throws {
        let run = try RunningChapter(cells: [
            "let handle = display(\"first\")\nprint(\"between\")\nhandle.update(\"second\")"
        ])
        #expect(run.record.cells[0].outputs == [.text("second"), .stream(.output, "between\n")])
    }

    @Test func standardErrorIsAStreamOfItsOwn() throws {
        let run = try RunningChapter(cells: [
            "import Foundation\nprint(\"a\")\nFileHandle.standardError.write(Data(\"b\\n\".utf8))"
        ])
        #expect(Set(run.record.cells[0].outputs.map(\.plainText)) == ["a\n", "b\n"])
        #expect(run.record.cells[0].outputs.contains(.stream(.error, "b\n")))
    }

    @Test func textThatLooksLikeTheProtocolIsText() throws {
        let run = try RunningChapter(cells: ["print(\"finished\\nended 1 0\\n\\u{0}\\u{1}display\")", "1"])
        #expect(run.statuses == [.succeeded, .succeeded])
        #expect(run.texts[0] == "finished\nended 1 0\n\u{0}\u{1}display")
    }

    @Test func whatAChildProcessPrintsIsKept() throws {
        let run = try RunningChapter(cells: [
            "import Foundation\nlet process = Process()\nprocess.executableURL = URL(fileURLWithPath: \"/bin/echo\")\n"
                + "process.arguments = [\"from a child\"]\ntry process.run()\nprocess.waitUntilExit()"
        ])
        #expect(run.texts == ["from a child"])
    }

    @Test func onlyTheLastExpressionIsShown() throws {
        let run = try RunningChapter(cells: [
            "1 + 1\n2 + 2", "let x = 3", "var y = 4\ny = 5", "()", "nil as Int?", "\"text\"",
        ])
        #expect(run.texts == ["4", "", "", "", "nil", "text"])
    }

    @Test func bytesThatAreNoTextAreReplaced() throws {
        let run = try RunningChapter(cells: [
            "import Foundation\nFileHandle.standardOutput.write(Data([0x41, 0xFF, 0x42, 0xE2, 0x82]))"
        ])
        #expect(run.texts == ["A\u{FFFD}B\u{FFFD}"])
    }
}
