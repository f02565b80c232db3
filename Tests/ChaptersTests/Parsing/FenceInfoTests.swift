import Testing

@testable import Chapters

/// Fences and option lines that are nearly those of a cell.
@Suite struct FenceInfoTests {
    private func warnings(_ text: String) throws -> [String] {
        try Chapter(parsing: text, path: "a.md").warnings.map { warning in
            "\(warning.location!.line): \(warning.message) (\(warning.notes.map(\.message).joined()))"
        }
    }

    @Test(arguments: [
        "{swift}", "Swift", "SWIFT", "{swift, echo=false}", "{swift echo=false}", "swift{echo=false}", "{Swift}",
        "swift,x",
    ])
    func `a fence that other tools make a cell of is told`(info: String) throws {
        #expect(
            try warnings("Text\n\n```\(info)\n1\n```\n") == [
                "3: a fence of '\(info)' is no cell; its code is only shown (write 'swift' behind the fence to run it, or '{.swift}' to show it)"
            ])
        #expect(try Chapter(parsing: "```\(info)\n1\n```\n", path: "a.md").cells == [])
    }

    @Test(arguments: ["", "text", "{.swift}", "swiftui", "{python}", "swift-format", "c swift"])
    func `any other fence is only shown`(info: String) throws {
        #expect(try warnings("```\(info)\n1\n```\n") == [])
    }

    @Test(arguments: ["{echo=false}", "echo=false", "title=\"a\""])
    func `options behind the fence of a cell are told`(options: String) throws {
        #expect(
            try warnings("~~~ swift \(options)\n1\n~~~\n") == [
                "1: '\(options)' behind the fence of a cell is ignored (write options below the fence, each in a line such as '//| echo: false')"
            ])
    }

    @Test(arguments: [
        ("// load\n//| echo: false\n1", 3), ("\n//| echo: false\n1", 3), ("//| label: a\n\n//| echo: false\n1", 4),
        ("let x = 1\n//| echo: false", 3), ("/* a */\n  //| echo: false", 3),
    ])
    func `an option below the first lines is told`(source: String, line: Int) throws {
        #expect(
            try warnings("```swift\n\(source)\n```\n") == [
                "\(line): the option 'echo' is not in the first lines of its cell; it is shown as code (put '//| echo: …' right below the fence)"
            ])
    }

    @Test(arguments: ["#|", "// |", "///|", "# |"])
    func `an option behind another mark is told`(mark: String) throws {
        #expect(
            try warnings("```swift\n\(mark) fig-cap: A\n1\n```\n") == [
                "2: the option 'fig-cap' stands behind '\(mark)' and is code (write '//| fig-cap: …')"
            ])
    }

    @Test(arguments: ["// a | b: c", "//| see below", "// echo: false", "let a = b | c"])
    func `a comment is no option`(line: String) throws {
        #expect(try warnings("```swift\n1\n\(line)\n```\n") == [])
    }

    @Test func `a fence that is not closed is told with the line that opened it`() throws {
        let told = { (fence: String, line: Int) in
            "\(line): the fence '\(fence)' of this line is not closed (end it with a line '\(fence)')"
        }
        #expect(try warnings("Text\n\n```swift\nlet a = 1\n\nMore text\n") == [told("```", 3)])
        #expect(try warnings("````swift\nlet a = 1\n```\n") == [told("````", 1)])
        #expect(try warnings("~~~text\na\n```\n") == [told("~~~", 1)])
        #expect(try warnings("- a\n\n  ```swift\n  1\n\nText\n") == [told("```", 3)])
        #expect(try warnings("> ```swift\n> 1\n\nText\n") == [told("```", 1)])
        #expect(try warnings("```swift") == [told("```", 1)])
        #expect(try warnings("```swift\n1\n```") == [])
        #expect(try warnings("> ```swift\n> 1\n> ```\n\n    code\n") == [])
        #expect(try warnings("```swift\n```\n") == [])
    }

    @Test(arguments: [
        ("```swift\nprint(1)\n\nText\n\n```swift\nprint(2)\n```\n", "```", 1, 6),
        ("Text\n\n```python\npip install x\n\nText\n\n```swift\nlet data = 5\n```\n", "```", 3, 8),
        ("```\na\n   ```` {.swift}\nb\n````\n", "```", 1, 3), ("~~~text\na\n~~~ swift\n1\n~~~\n", "~~~", 1, 3),
        ("- a\n\n  ```swift\n  1\n\n  ```python\n  2\n  ```\n", "```", 3, 6),
        ("---\ntitle: T\n---\n> ````md\n> a\n> ````swift\n> 1\n> ````\n", "````", 4, 6),
        ("```swift\n1\n```swift\n2\n", "```", 1, 3),
    ])
    func `a fence in which another begins is told with both lines`(
        text: String, fence: String, line: Int, inner: Int
    ) throws {
        #expect(
            try warnings(text) == [
                "\(line): the fence '\(fence)' of this line is not closed before line \(inner) begins another (end it with a line '\(fence)'; to show the other one, begin and end it with a longer fence)"
            ])
    }

    @Test(arguments: [
        "````md\n```swift\n1\n```\n````\n", "~~~md\n```swift\n1\n```\n~~~\n", "```md\n~~~swift\n1\n~~~\n```\n",
        "```text\n    ```swift\n```\n", "```swift\n/// ```swift\nlet a = 1\n```\n", "~~~text\n~~~^~~~ error\n~~~\n",
        "```text\n``` a `b` c\n```\n",
    ])
    func `a fence that is shown on purpose is not told`(text: String) throws {
        #expect(try warnings(text) == [])
    }
}
