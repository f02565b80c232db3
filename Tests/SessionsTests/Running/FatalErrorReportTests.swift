import Testing

@testable import Sessions

@Suite struct FatalErrorReportTests {
    struct Example: CustomTestStringConvertible {
        let text: String
        let before: String
        let message: String
        var isSwiftCheck = true

        var testDescription: String { text }
    }

    @Test(arguments: [
        Example(
            text: "said\nSwift/ContiguousArrayBuffer.swift:691: Fatal error: Index out of range\n", before: "said\n",
            message: "Index out of range"),
        Example(
            text:
                "a/b.swift:8: Fatal error: one\ntwo\n\nthree\nCurrent stack trace:\n0  libswiftCore.so 0x00 swift_reportError + 33\n",
            before: "", message: "one\ntwo\n\nthree"),
        Example(text: "a.swift:1: Fatal error\n", before: "", message: "fatal error"),
        Example(text: "a.swift:1: Precondition failed: no\n", before: "", message: "no"),
        Example(
            text: "x\nCould not cast value of type 'Swift.String' (0x7fe896bd7ca0) to 'Swift.Int' (0x7fe896bda698).\n",
            before: "x\n", message: "Could not cast value of type 'Swift.String' to 'Swift.Int'"),
        Example(
            text:
                "Fatal error: Attempted to read an unowned reference but object 0x557d7fd4e7b0 was already destroyed\n"
                + "Current stack trace:\n0    libswiftCore.so\n", before: "",
            message: "Attempted to read an unowned reference but the object was already destroyed"),
        Example(
            text: "Could not cast value of type 'M.(unknown context at $56052f888e48).Q' (0x56) to 'M.R' (0x57).\n",
            before: "", message: "Could not cast value of type 'M.Q' to 'M.R'"),
        Example(
            text: "Simultaneous accesses to 0x55c261d987c0, but modification requires exclusive access.\n"
                + "Previous access (a modification) started at raw`main + 8629 (0x55c240bcd1b5).\n"
                + "Current access (a read) started at:\n0    libswiftCore.so\nFatal access conflict detected.\n",
            before: "",
            message: "Simultaneous accesses, but modification requires exclusive access: a read during a modification"),
        Example(
            text: "free(): double free detected in tcache 2\n", before: "",
            message: "free(): double free detected in tcache 2", isSwiftCheck: false),
    ])
    func `the end of the text tells why a program could not go on`(example: Example) throws {
        let report = try #require(FatalErrorReport(endOf: example.text))
        #expect(report.before == example.before)
        #expect(report.message == example.message)
        #expect(report.isSwiftCheck == example.isSwiftCheck)
    }

    @Test(arguments: [
        "", "all is well\n", "Fatal errors are told here\n".replacing("Fatal errors", with: "No fatal error"),
        "Could not cast value of type 'A' (0x1) to 'B' (0x2).\nbut it went on\n", "free(): fine\nafterwards\n",
    ])
    func `other text is the cell's own`(text: String) {
        #expect(FatalErrorReport(endOf: text) == nil)
    }
}
