import Foundation
import Testing

/// `include` and `depends` in a plain run.
@Suite struct IncludedFilesTests {
    private let line: CommandLine

    init() throws {
        line = try CommandLine()
    }

    @Test func itsDeclarationsAreSeenInTheCellAndInLaterOnes() throws {
        defer { line.remove() }
        try line.write(
            "import Foundation\n\nlet rate = 0.5\nfunc half(_ x: Double) -> Double { x * rate }\n", to: "n/a.swift")
        try line.write("struct Point { var x = 1 }\n", to: "n/lib/b.swift")
        let cells = chapter(
            "//| include: [a.swift, lib/b.swift]\nprint(\"half:\", half(3))",
            "print(\"later:\", rate, Point().x, sin(0.0))")
        try line.write(cells, to: "n/a.md")
        let run = try line.nbrun("n/a.md")
        #expect(run.status == 0, "\(run.errors)")
        let report = try line.read("output/a.html")
        #expect(report.contains("half: 1.5"))
        #expect(report.contains("later: 0.5 1 0.0"))
    }

    @Test func itMayWaitAtItsTopLevel() throws {
        defer { line.remove() }
        try line.write("func later() async -> Int { 41 }\nlet answer = await later() + 1\n", to: "a.swift")
        try line.write(chapter("//| include: a.swift\nprint(\"the answer is\", answer)"), to: "a.md")
        #expect(try line.nbrun("a.md").status == 0)
        #expect(try line.read("output/a.html").contains("the answer is 42"))
    }

    @Test func itMayExtendTypesOfEarlierCellsByProtocols() throws {
        defer { line.remove() }
        try line.write(
            """
            extension Point: Comparable {
                static func < (left: Point, right: Point) -> Bool { left.x < right.x }
            }
            """, to: "helpers.swift")
        let cells = chapter(
            "struct Point: Equatable { var x = 1 }",
            "//| include: helpers.swift\nprint(\"less:\", Point(x: 1) < Point(x: 2))")
        try line.write(cells, to: "a.md")
        let run = try line.nbrun("a.md")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try line.read("output/a.html").contains("less: true"))
    }

    @Test func anErrorInItIsShownInItsOwnLine() throws {
        defer { line.remove() }
        try line.write("// The rate.\nlet rate: Int = \"drei\"\n", to: "n/helpers.swift")
        try line.write(chapter("//| include: helpers.swift\nrate"), to: "n/a.md")
        let run = try line.nbrun("n/a.md")
        #expect(run.status == 1)
        #expect(
            run.errors.contains(
                """
                error: cannot convert value of type 'String' to specified type 'Int'
                 --> n/helpers.swift:2:17
                  |
                2 | let rate: Int = "drei"
                  |                 ^^^^^^

                """), "\(run.errors)")
        // There is no such place in the page to lead to.
        #expect(try line.read("output/a.html").contains("</span>n/helpers.swift:2:17"))
    }

    @Test func aBraceLeftOpenInItIsNoErrorOfTheCell() throws {
        defer { line.remove() }
        try line.write("struct Point {\n    var x = 1\n", to: "helpers.swift")
        try line.write(chapter("//| include: helpers.swift\nPoint()"), to: "a.md")
        let run = try line.nbrun("a.md")
        #expect(run.status == 1)
        #expect(run.errors.contains("error: expected '}' in struct\n --> helpers.swift:2"), "\(run.errors)")
        #expect(!run.errors.contains("--> a.md"), "\(run.errors)")
    }

    @Test func aTrapInItPointsAtItsLineAlsoFromALaterCell() throws {
        defer { line.remove() }
        try line.write("func first(of list: [Int]) -> Int {\n    list[0]\n}\n", to: "helpers.swift")
        try line.write(chapter("//| include: helpers.swift\nfirst(of: [1])", "first(of: [])"), to: "a.md")
        let run = try line.nbrun("a.md")
        #expect(run.status == 1)
        #expect(run.errors.contains("error: Index out of range\n --> helpers.swift:2:"), "\(run.errors)")
    }

    @Test func itIsCompiledAnewOnlyWhereItChanged() throws {
        var line = self.line
        defer { line.remove() }
        line.cache = line.folder.appendingPathComponent("cache").path
        try line.write(chapter("print(\"first\")", "//| include: helpers.swift\nprint(\"rate:\", rate)"), to: "a.md")
        try line.write("let rate = 1\n", to: "helpers.swift")
        let compiled = {
            Set(try FileManager.default.contentsOfDirectory(atPath: line.folder.path + "/cache/nbrun/cells"))
        }
        #expect(try line.nbrun("a.md").status == 0)
        let first = try compiled()
        #expect(try line.nbrun("a.md").status == 0)
        #expect(try compiled() == first)
        try line.write("let rate = 2\n", to: "helpers.swift")
        #expect(try line.nbrun("a.md").status == 0)
        #expect(try compiled().count == first.count + 1)
        #expect(try line.read("output/a.html").contains("rate: 2"))
    }

    @Test(arguments: [
        ("include: helper.swift", "there is no file 'helper.swift' in the chapter's folder"),
        ("include: lib", "'lib' is a folder, not a file"),
        ("depends: .", "'.' is a folder, not a file"),
        ("include: latin.swift", "'latin.swift' is not UTF-8 text"),
        ("include: ../outside.swift", "'../outside.swift' lies outside of the chapter's folder"),
        ("include: lib/../../nowhere.swift", "'lib/../../nowhere.swift' lies outside of the chapter's folder"),
        ("depends: /etc/passwd", "'/etc/passwd' lies outside of the chapter's folder"),
        ("depends: link.swift", "'link.swift' lies outside of the chapter's folder"),
        ("depends: pipe", "'pipe' cannot be read: it is not a regular file"),
    ])
    func aFileThatMayNotOrCannotBeReadIsWrongUsage(option: String, message: String) throws {
        defer { line.remove() }
        try line.write(chapter("//| \(option)\n1"), to: "n/a.md")
        try line.write("1\n", to: "n/helpers.swift")
        try line.write("1\n", to: "n/lib/b.swift")
        try line.write("1\n", to: "outside.swift")
        let folder = line.folder.path + "/n"
        try Data([0x2F, 0x2F, 0xE4, 0x0A]).write(to: URL(fileURLWithPath: folder + "/latin.swift"))
        try FileManager.default.createSymbolicLink(
            atPath: folder + "/link.swift", withDestinationPath: "../outside.swift")
        #expect(mkfifo(folder + "/pipe", 0o600) == 0)
        let run = try line.nbrun("n/a.md")
        #expect(run.status == 64)
        #expect(run.errors.hasPrefix("error: \(message)\n --> n/a.md:2\n  |\n2 | //| \(option)\n"), "\(run.errors)")
        #expect(!line.exists("output/a.html"))
    }

    @Test func aLinkToAFileInTheFolderAndANeighboursNameAreUnderstood() throws {
        defer { line.remove() }
        try line.write("let rate = 3\n", to: "lib/helpers.swift")
        try FileManager.default.createSymbolicLink(
            atPath: line.folder.path + "/link.swift", withDestinationPath: "lib/helpers.swift")
        try line.write(chapter("//| include: link.swift\nprint(\"rate:\", rate)"), to: "a.md")
        #expect(try line.nbrun("a.md").status == 0)
        try line.write(chapter("//| include: lib/helper.swift\nrate"), to: "a.md")
        #expect(try line.nbrun("a.md").errors.contains("did you mean 'lib/helpers.swift'?"))
    }
}
