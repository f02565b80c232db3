import Foundation
import Testing

/// `nbrun watch`: saves, the report after each, and what a browser may ask.
@Suite(.serialized) struct WatchCommandTests {
    @Test func everySaveGivesTheReportOfAFreshRun() throws {
        let watch = try Watch(chapter("var list = [1]\nprint(\"first ran\")", "list.append(2)", "list"))
        #expect(watch.wait { watch.report.contains("[1, 2]") })
        for (text, expected) in [
            (chapter("var list = [1]\nprint(\"first ran\")", "list.append(7)", "list"), "[1, 7]"),
            ("# Prose\n\n" + chapter("var list = [1]\nprint(\"first ran\")", "list.append(7)", "list"), "Prose"),
            (chapter("var list = [1]\nprint(\"first ran\")", "list.append(7)\nlist[9]", "list"), "Index out of range"),
            (chapter("var list = [1]\nprint(\"first ran\")", "list.append(8)", "list"), "[1, 8]"),
        ] {
            try watch.line.write(text, to: "a.md")
            #expect(watch.wait { watch.report.contains(expected) }, "\(watch.said)")
            _ = try watch.line.nbrun("a.md", "-o", "fresh/")
            let fresh = try watch.line.read("fresh/a.html")
            // The report is rewritten while the later cells still run.
            #expect(watch.wait { watch.report == fresh }, "\(watch.said)")
        }
        #expect(watch.said.components(separatedBy: "a.md:2 cell-1").count == 2, "the first cell ran once")
        #expect(watch.stop() == 0)
    }

    @Test func aSaveWhileTheEditedCellRunsStartsItAnew() throws {
        let watch = try Watch(chapter("print(\"before\")", "while true {}"))
        #expect(watch.wait { watch.said.contains("[1/2]") })
        usleep(700_000)
        try watch.line.write(chapter("print(\"before\")", "print(\"mended\")"), to: "a.md")
        #expect(watch.wait { watch.report.contains("mended") }, "\(watch.said)")
        _ = watch.stop()
    }

    @Test func `an option of presentation that is edited while a later cell runs interrupts nothing`() throws {
        let slow = "import Foundation\nfor i in 1...30 { print(\"step\", i); usleep(100_000) }\nprint(\"slow ran\")"
        let figure = "Figure { LinePlot([1, 2]) }"
        let text = { (first: String, second: String) in chapter(first + figure, second + slow, "print(\"the end\")") }
        let watch = try Watch(text("//| fig-cap: old\n", ""))
        #expect(watch.wait { watch.said.contains("[1/3]") }, "\(watch.said)")
        for (first, second) in [
            ("//| fig-cap: new\n", ""), ("//| label: plot\n//| fig-cap: new\n//| fig-alt: words\n", ""),
            ("//| label: plot\n//| fig-cap: new\n//| echo: false\n//| tags: [wide]\n", "//| code-fold: true\n"),
        ] {
            try watch.line.write(text(first, second), to: "a.md")
            usleep(600_000)
        }
        #expect(watch.wait { watch.report.contains("the end") && watch.report.contains("new") }, "\(watch.said)")
        #expect(watch.report.contains("slow ran") && watch.report.contains("<details"))
        #expect(watch.said.components(separatedBy: "[1/3]").count == 2, "the first cell ran once: \(watch.said)")
        #expect(watch.said.components(separatedBy: "[2/3]").count == 2, "the second cell ran once: \(watch.said)")
        _ = watch.stop()
    }

    @Test(arguments: ["//| error: true\n", "//| eval: false\n", "//| depends: d.csv\n"])
    func `an option that changes what runs starts it anew`(option: String) throws {
        let loop = "import Foundation\nsystem(\"echo started >> starts\")\nwhile true {}"
        let watch = try Watch(chapter("print(\"first\")", loop), files: ["d.csv": "1", "starts": ""])
        let starts = { (try? watch.line.read("starts"))?.count { $0 == "\n" } }
        #expect(watch.wait { starts() == 1 }, "\(watch.said)")
        try watch.line.write(chapter("\(option)print(\"first\")", loop), to: "a.md")
        #expect(watch.wait { starts() == 2 }, "\(watch.said)")
        _ = watch.stop()
    }

    @Test func `a time limit that is given to a cell while it runs holds`() throws {
        let watch = try Watch(chapter("print(\"first\")", "while true {}"))
        #expect(watch.wait { watch.said.contains("[1/2]") }, "\(watch.said)")
        usleep(500_000)
        try watch.line.write(chapter("print(\"first\")", "//| timeout: 0.3\nwhile true {}"), to: "a.md")
        #expect(watch.wait { watch.said.contains("took longer than 0.3 s") }, "\(watch.said)")
        #expect(watch.said.components(separatedBy: "[1/2]").count == 2, "the first cell ran once")
        _ = watch.stop()
    }

    @Test func `a report that is edited under watch stays as it is`() throws {
        let watch = try Watch(chapter("print(\"first\")"))
        #expect(watch.wait { watch.report.contains("first") && watch.said.contains("woven") }, "\(watch.said)")
        try watch.line.write(watch.report + "mine", to: "output/a.html")
        try watch.line.write(chapter("print(\"second\")"), to: "a.md")
        #expect(watch.wait { watch.said.contains("it was changed after nbrun wrote it") }, "\(watch.said)")
        #expect(watch.report.hasSuffix("mine") && !watch.report.contains("second"))
        try FileManager.default.removeItem(atPath: watch.line.folder.path + "/output/a.html")
        try watch.line.write(chapter("print(\"third\")"), to: "a.md")
        #expect(watch.wait { watch.report.contains("third") }, "\(watch.said)")
        _ = watch.stop()
    }

    @Test func anInterruptedLoopLeavesTheSessionWhereItWasBefore() throws {
        let first = "var list = [1]\nprint(\"first ran\")"
        let loop = "import Foundation\nlist.append(2)\nsystem(\"touch there\")\nwhile true {}"
        let watch = try Watch(chapter(first, loop, "list"))
        #expect(watch.wait { watch.line.exists("there") })
        watch.process.interrupt()
        #expect(watch.wait { watch.report.contains("interrupted") }, "\(watch.said)")
        try watch.line.write(chapter(first, "list.append(3)", "list"), to: "a.md")
        #expect(watch.wait { watch.report.contains("[1, 3]") }, "\(watch.said)")
        #expect(watch.said.components(separatedBy: "a.md:2 cell-1").count == 2, "the first cell ran once")
        #expect(watch.stop() == 0)
    }

    @Test func whatWasReusedIsExplainedAtEverySave() throws {
        // No earlier run has left a cell with this text.
        let remark = "// \(UUID().uuidString)"
        let watch = try Watch(chapter("let x = 1 \(remark)", "x + 1"), "--explain")
        #expect(watch.wait { watch.said.contains("  [2/2] cell-2  compiled  first run\n") }, "\(watch.said)")
        #expect(watch.wait { watch.said.contains("woven") })
        try watch.line.write(chapter("let x = 1 \(remark)", "x + 2"), to: "a.md")
        let edited = """
            What was compiled, and why:
              [1/2] cell-1  reused    in the session, where it ran before
              [2/2] cell-2  compiled  its text changed

            """
        #expect(watch.wait { watch.said.contains(edited) }, "\(watch.said)")
        _ = watch.stop()
    }

    @Test func `an edit that is undone compiles nothing`() throws {
        let remark = "// \(UUID().uuidString)"
        let cells = (1...5).map { "let v\($0) = \($0) \(remark)" }
        let watch = try Watch(chapter(cells), "--explain")
        #expect(watch.wait { watch.said.contains("[5/5] cell-5  compiled") }, "\(watch.said)")
        for (first, origin) in [("let v1 = 7 \(remark)", "compiled"), (cells[0], "reused    from the cache")] {
            let heard = watch.said.count
            try watch.line.write(chapter([first] + cells.dropFirst()), to: "a.md")
            #expect(watch.wait { watch.said.dropFirst(heard).contains("[5/5] cell-5  \(origin)") }, "\(watch.said)")
        }
        #expect(watch.stop() == 0)
    }

    @Test func aMistakeInTheChapterIsToldAndTheWatchGoesOn() throws {
        let watch = try Watch(chapter("1 + 1"))
        #expect(watch.wait { watch.said.contains("woven") })
        try watch.line.write("```swift\n//| eco: 1\n1\n```\n", to: "a.md")
        #expect(watch.wait { watch.said.contains("there is no cell option 'eco'") })
        try watch.line.write(chapter("print(\"the answer is\", 40 + 2)"), to: "a.md")
        #expect(watch.wait { watch.report.contains("the answer is 42") })
        _ = watch.stop()
    }

    @Test func theReportIsServedToItsOwnPageAlone() throws {
        let watch = try Watch(chapter("1 + 1"))
        #expect(watch.wait { watch.report.contains("</body>") })
        let url = try watch.address()
        #expect(watch.wait { (try? curl(url).contains("class=\"cell")) ?? false })
        #expect(try curl(url).contains("EventSource"))
        #expect(try curl(url, "-H", "Host: example.org") == "404")
        #expect(try curl(url, "-H", "Origin: http://example.org") == "404")
        #expect(try curl(url, "-H", "Origin: http://example.org", "-H", "Origin: http://example.org") == "404")
        #expect(try curl(url, "-X", "POST") == "405")
        #expect(try curl(url.replacing("a.html", with: "b.html")) == "404")
        #expect(try curl(url, "--head").contains("X-Frame-Options: DENY"))
        #expect(!watch.report.contains("EventSource"))
        _ = watch.stop()
    }

    @Test func `the address is told before the first cell has run, and shows the report once it is there`() throws {
        let watch = try Watch(chapter("import Foundation\nwhile !FileManager.default.fileExists(atPath: \"go\") {}"))
        #expect(watch.wait { watch.said.contains("http://") })
        let url = try watch.address()
        #expect(try curl(url).contains("The chapter runs for the first time; its report comes by itself."))
        try watch.line.write("", to: "go")
        #expect(watch.wait { (try? curl(url).contains("class=\"cell")) ?? false })
        _ = watch.stop()
    }

    @Test func `what a link was made to lead to in place of a report is not served`() throws {
        let watch = try Watch(chapter("1 + 1"))
        let url = try watch.address()
        #expect(watch.wait { (try? curl(url).contains("class=\"cell")) ?? false })
        try watch.line.write("secret", to: "elsewhere/a.html")
        let files = FileManager.default
        let report = watch.line.folder.appendingPathComponent("output/a.html").path
        try files.removeItem(atPath: report)
        try files.createSymbolicLink(atPath: report, withDestinationPath: "../elsewhere/a.html")
        #expect(try curl(url) == "404")
        try files.removeItem(atPath: report)
        try files.removeItem(atPath: watch.line.folder.appendingPathComponent("output").path)
        try files.createSymbolicLink(
            atPath: watch.line.folder.appendingPathComponent("output").path, withDestinationPath: "elsewhere")
        #expect(try curl(url) == "404")
        _ = watch.stop()
    }

    /// The body, or the status where it is not 200.
    private func curl(_ arguments: String...) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
        process.arguments = ["-s", "--noproxy", "*", "-w", "\n%{http_code}"] + arguments
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let status = String(text.suffix(3))
        return status == "200" ? String(text.dropLast(4)) : status
    }
}
