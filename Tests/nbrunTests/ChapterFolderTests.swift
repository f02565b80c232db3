import Foundation
import Testing

/// Cells run in the chapter's folder, from wherever nbrun is called.
@Suite(.serialized) struct ChapterFolderTests {
    private let line: CommandLine

    init() throws {
        line = try CommandLine()
    }

    private static let reading = """
        //| depends: data.csv
        import Foundation
        print("read:", try String(contentsOfFile: "data.csv", encoding: .utf8))
        """

    /// With a file of the same name in the shell's folder.
    private func write(_ cells: String..., to chapter: String = "n/a.md") throws {
        try line.write("of the shell", to: "data.csv")
        try line.write("of the chapter", to: "n/data.csv")
        try line.write(cells.map { nbrunTests.chapter($0) }.joined(separator: "\n"), to: chapter)
    }

    @Test func `a cell reads the file that it depends on`() throws {
        defer { line.remove() }
        try write(Self.reading)
        #expect(try line.nbrun("n/a.md").status == 0)
        #expect(try line.read("output/a.html").contains("read: of the chapter"))
        let elsewhere = try line.shell("mkdir m && cd m && \(CommandLine.program.path) ../n/a.md -o there/")
        #expect(elsewhere.output == "there/a.html\n", "\(elsewhere.errors)")
        #expect(try line.read("m/there/a.html") == line.read("output/a.html"))
        let inside = try line.shell("cd n && \(CommandLine.program.path) a.md && \(CommandLine.program.path) $PWD/a.md")
        #expect(inside.output == "output/a.html\noutput/a.html\n", "\(inside.errors)")
        #expect(try line.read("n/output/a.html").contains("read: of the chapter"))
    }

    @Test func `what cells save lies beside the chapter`() throws {
        defer { line.remove() }
        try write(
            """
            let model = Sequential { Dense(units: 2, inputShape: [3]) }
            try model.save("model.safetensors")
            try Figure { LinePlot([1, 2]) }.save("figure.svg")
            """, "let again = try Sequential.load(\"model.safetensors\")")
        let run = try line.nbrun("n/a.md")
        #expect(run.status == 0, "\(run.errors)")
        #expect(line.exists("n/model.safetensors") && line.exists("n/figure.svg"))
        #expect(!line.exists("model.safetensors") && !line.exists("figure.svg"))
    }

    @Test func `every cell begins in the chapter's folder, wherever the one before it went`() throws {
        defer { line.remove() }
        let going = "import Foundation\nprint(\"at\", FileManager.default.changeCurrentDirectoryPath(\"/\"))"
        try write(going, Self.reading, "//| error: true\n\(going)\n[0][1]", Self.reading, "exit(0)", Self.reading)
        let run = try line.nbrun("n/a.md", "--keep-going")
        #expect(run.status != 0)
        let report = try line.read("output/a.html")
        #expect(report.components(separatedBy: "read: of the chapter").count == 4, "\(run.errors)")
    }

    @Test func `a chapter that is a link runs beside the link`() throws {
        defer { line.remove() }
        try write(Self.reading, to: "real/a.md")
        try FileManager.default.createSymbolicLink(
            atPath: line.folder.path + "/n/a.md", withDestinationPath: "../real/a.md")
        #expect(try line.nbrun("n/a.md").status == 0)
        #expect(try line.read("output/a.html").contains("read: of the chapter"))
    }

    @Test func `a folder of data in the environment is the shell's`() throws {
        defer { line.remove() }
        var line = line
        try FileManager.default.createSymbolicLink(
            atPath: line.folder.path + "/images", withDestinationPath: "/usr/share/datasets/fashion-mnist")
        line.environment = ["FASHION_MNIST_FOLDER": "images"]
        try line.write(chapter("print(\"labels:\", try FashionMNIST.load().test.labels.shape[0])"), to: "n/a.md")
        let run = try line.nbrun("n/a.md")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try line.read("output/a.html").contains("labels: 10000"))
    }

    @Test(arguments: ["a folder's name", "a\nb", "-n"])
    func `any name of a folder will do`(name: String) throws {
        defer { line.remove() }
        try line.write("of the chapter", to: "\(name)/data.csv")
        try line.write(chapter(Self.reading), to: "\(name)/a.md")
        #expect(try line.nbrun("./\(name)/a.md").status == 0)
        #expect(try line.read("output/a.html").contains("read: of the chapter"))
    }

    @Test func `a folder that is removed or moved meanwhile does not end the run`() throws {
        defer { line.remove() }
        let moving = "import Foundation\ntry FileManager.default.moveItem(atPath: \"../n\", toPath: \"../m\")"
        try write(moving, Self.reading)
        #expect(try line.nbrun("n/a.md").status == 0)
        #expect(try line.read("output/a.html").contains("read: of the chapter"))
        try write("import Foundation\ntry FileManager.default.removeItem(atPath: \"../n\")", "print(\"still here\")")
        #expect(try line.nbrun("n/a.md").status == 0)
        #expect(try line.read("output/a.html").contains("still here"))
    }

    @Test(.enabled(if: geteuid() != 0 || CommandLine.canMount))
    func `a folder in which nothing can be written is one to run in`() throws {
        defer { line.remove() }
        try write(Self.reading)
        let script = "mount --bind n n && mount -o remount,ro,bind n && \(CommandLine.program.path) n/a.md"
        try line.write(script, to: "script")
        let run = try line.shell("unshare --mount sh -e script")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try line.read("output/a.html").contains("read: of the chapter"))
    }

    @Test func `under watch an edited cell runs there, too`() throws {
        let going = "import Foundation\nprint(FileManager.default.changeCurrentDirectoryPath(\"sub\"))"
        let print = { (word: String) in
            "print(\"\(word):\", try String(contentsOfFile: \"data.csv\", encoding: .utf8))"
        }
        let watch = try Watch(
            chapter(going, print("one")), chapter: "n/a.md",
            files: ["n/data.csv": "of the chapter", "n/sub/x": "", "data.csv": "of the shell"])
        #expect(watch.wait { watch.report.contains("one: of the chapter") }, "\(watch.said)")
        for word in ["two", "three"] {
            try watch.line.write(chapter(going, print(word)), to: "n/a.md")
            #expect(watch.wait { watch.report.contains("\(word): of the chapter") }, "\(watch.said)")
        }
        #expect(watch.said.components(separatedBy: "a.md:2 cell-1").count == 2, "the first cell ran once")
        _ = watch.stop()
    }
}
