import Foundation
import Testing

/// `nbrun watch` and the files that cells include or depend on.
@Suite(.serialized) struct WatchedFilesTests {
    @Test func anEditedIncludedFileRunsFromItsCellOn() throws {
        let watch = try Watch(
            chapter(
                "print(\"first ran\")", "//| include: lib/helpers.swift\nprint(\"rate is\", rate)",
                "print(\"later\", rate)"),
            files: ["lib/helpers.swift": "let rate = 1\n"])
        #expect(watch.wait { watch.report.contains("later 1") }, "\(watch.said)")
        try watch.line.write("let rate = 2\n", to: "lib/helpers.swift")
        #expect(watch.wait { watch.report.contains("rate is 2") && watch.report.contains("later 2") }, "\(watch.said)")
        try watch.line.write("let rate: Int = \"drei\"\n", to: "lib/helpers.swift")
        #expect(watch.wait { watch.said.contains("--> lib/helpers.swift:1:17") }, "\(watch.said)")
        try watch.line.write("let rate = 3\n", to: "lib/helpers.swift")
        #expect(watch.wait { watch.report.contains("later 3") }, "\(watch.said)")
        _ = try watch.line.nbrun("a.md", "-o", "fresh/")
        let fresh = try watch.line.read("fresh/a.html")
        #expect(watch.wait { watch.report == fresh }, "\(watch.said)")
        #expect(watch.said.components(separatedBy: "a.md:2 cell-1").count == 2, "the first cell ran once")
        #expect(watch.stop() == 0)
    }

    @Test func aSaveOfAnIncludedFileWhileItRunsStartsItAnew() throws {
        let watch = try Watch(
            chapter("print(\"before\")", "//| include: helpers.swift\nspin()"),
            files: ["helpers.swift": "func spin() { while true {} }\n"])
        #expect(watch.wait { watch.said.contains("[1/2]") }, "\(watch.said)")
        usleep(700_000)
        try watch.line.write("func spin() { print(\"it stands still\") }\n", to: "helpers.swift")
        #expect(watch.wait { watch.report.contains("it stands still") }, "\(watch.said)")
        _ = watch.stop()
    }

    @Test func editedDataRunsFromTheCellThatReadsIt() throws {
        let reading = "import Foundation\nlet values = try String(contentsOfFile: \"values.csv\", encoding: .utf8)"
        let watch = try Watch(
            chapter("print(\"first ran\")", "//| depends: values.csv\n\(reading)\nprint(\"values:\", values)"))
        #expect(watch.wait { watch.said.contains("there is no file 'values.csv'") }, "\(watch.said)")
        try watch.line.write("1,2", to: "values.csv")
        #expect(watch.wait { watch.report.contains("values: 1,2") }, "\(watch.said)")
        try watch.line.write("3,4", to: "values.csv")
        #expect(watch.wait { watch.report.contains("values: 3,4") }, "\(watch.said)")
        #expect(watch.said.components(separatedBy: "a.md:2 cell-1").count == 2, "the first cell ran once")
        #expect(watch.stop() == 0)
    }

    private func saying(_ word: String) -> String { chapter("print(\"word:\", \"\(word)\")") }

    @Test func `a chapter that is a link is followed where it leads`() throws {
        let watch = try Watch(saying("none"), files: ["elsewhere/real.md": saying("old")])
        #expect(watch.wait { watch.report.contains("word: none") }, "\(watch.said)")
        let path = watch.line.folder.appendingPathComponent("a.md").path
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "elsewhere/real.md")
        #expect(watch.wait { watch.report.contains("word: old") }, "\(watch.said)")
        try watch.line.write(saying("new"), to: "elsewhere/real.md")
        #expect(watch.wait { watch.report.contains("word: new") }, "\(watch.said)")
        #expect(watch.stop() == 0)
    }

    @Test func `a folder that is put into the place of the chapter's is watched`() throws {
        let watch = try Watch(saying("old"), chapter: "book/a.md")
        #expect(watch.wait { watch.report.contains("word: old") }, "\(watch.said)")
        let book = watch.line.folder.appendingPathComponent("book").path
        try FileManager.default.moveItem(atPath: book, toPath: book + ".old")
        for word in ["first", "second"] {
            try watch.line.write(saying(word), to: "book/a.md")
            #expect(watch.wait { watch.report.contains("word: \(word)") }, "\(watch.said)")
        }
        #expect(watch.stop() == 0)
    }

    @Test func `a file in a folder that comes later is watched`() throws {
        let watch = try Watch(chapter("//| include: later/more.swift\nprint(\"word:\", more)"))
        #expect(watch.wait { watch.said.contains("later/more.swift") }, "\(watch.said)")
        for word in ["first", "second"] {
            try watch.line.write("let more = \"\(word)\"", to: "later/more.swift")
            #expect(watch.wait { watch.report.contains("word: \(word)") }, "\(watch.said)")
        }
        #expect(watch.stop() == 0)
    }
}
