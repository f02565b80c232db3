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
}
