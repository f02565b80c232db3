import Foundation
import Testing

/// The command line and its exit statuses, as the contract has them.
@Suite struct RunCommandTests {
    private let line: CommandLine

    init() throws {
        line = try CommandLine()
    }

    @Test func aChapterGivesAReportAndARunRecord() throws {
        defer { line.remove() }
        try line.write(chapter("print(\"hello from a cell\")"), to: "notebooks/a.md")
        let run = try line.nbrun("notebooks/a.md")
        #expect(run.status == 0)
        #expect(run.output == "output/a.html\n")
        #expect(run.errors.contains("[1/1] a.md:2 cell-1"))
        #expect(try line.read("output/a.html").contains("hello from a cell"))
        #expect(try line.read("output/a.nbrun.json").contains("\"status\" : \"succeeded\""))
    }

    @Test func aFailedCellGivesAReportWithTheErrorAndStatus1() throws {
        defer { line.remove() }
        try line.write(chapter("let word: Int = \"drei\"", "print(\"never\")"), to: "a.md")
        let run = try line.nbrun("a.md")
        #expect(run.status == 1)
        #expect(run.errors.contains("error: cannot convert value of type 'String' to specified type 'Int'"))
        #expect(run.errors.contains("--> a.md:2:17"))
        #expect(run.errors.contains("let word: Int = \"drei\""))
        #expect(run.errors.contains("| " + String(repeating: " ", count: 16) + "^^^^^^\n"))
        let report = try line.read("output/a.html")
        #expect(report.contains("cannot convert value of type"))
        #expect(report.contains("Not run: an earlier cell failed."))
    }

    @Test func keepGoingRunsTheRestAndStillEndsWith1() throws {
        defer { line.remove() }
        try line.write(chapter("[0][3]", "print(\"the rest\")"), to: "a.md")
        let run = try line.nbrun("a.md", "--keep-going")
        #expect(run.status == 1)
        #expect(try line.read("output/a.html").contains("the rest"))
    }

    @Test func anErrorThatIsPartOfTheLessonIsNoFailure() throws {
        defer { line.remove() }
        try line.write(chapter("//| error: true\n[0][3]", "print(\"the rest\")"), to: "a.md")
        let run = try line.nbrun("a.md")
        #expect(run.status == 0)
        #expect(try line.read("output/a.html").contains("Index out of range"))
        #expect(try line.read("output/a.html").contains("the rest"))
    }

    @Test func parametersAreSetFromTheCommandLineAndFromAFile() throws {
        defer { line.remove() }
        let parameters = "//| tags: [parameters]\nlet epochs = 25\nlet name = \"x\""
        try line.write(chapter(parameters, "print(\"epochs:\", epochs, name)"), to: "a.md")
        try line.write("epochs: 3\nname: from a file\n", to: "p.yaml")
        #expect(try line.nbrun("a.md", "-p", "epochs=2", "-f", "p.yaml").status == 0)
        #expect(try line.read("output/a.html").contains("epochs: 2 from a file"))
    }

    @Test func aParameterThatIsUnknownOrOfAnotherTypeIsWrongUsage() throws {
        defer { line.remove() }
        try line.write(chapter("//| tags: [parameters]\nlet epochs = 25"), to: "a.md")
        let unknown = try line.nbrun("a.md", "-p", "epoch=2")
        #expect(unknown.status == 64)
        #expect(unknown.errors == "error: there is no parameter 'epoch'; did you mean 'epochs'?\n")
        let wrong = try line.nbrun("a.md", "-p", "epochs=many")
        #expect(wrong.status == 64)
        #expect(wrong.errors == "error: 'epochs' must be a whole number, as 25 is, but 'many' is not\n")
        #expect(!line.exists("output/a.html"))
    }

    @Test func aMissingChapterIs66WithTheNearestName() throws {
        defer { line.remove() }
        try line.write("text", to: "chapter.md")
        let run = try line.nbrun("chaptre.md")
        #expect(run.status == 66)
        #expect(run.errors == "error: chaptre.md: there is no such chapter; did you mean 'chapter.md'?\n")
    }

    @Test func aMistypedCommandIsNamed() throws {
        defer { line.remove() }
        try line.write("text", to: "chapter.md")
        for arguments in [["chek", "chapter.md"], ["wach", "chapter.md", "other.md"], ["docter"]] {
            let run = try line.nbrun(arguments: arguments)
            let command = ["chek": "check", "wach": "watch", "docter": "doctor"][arguments[0]]!
            #expect(run.status == 64)
            #expect(
                run.errors.hasPrefix("error: there is no command '\(arguments[0])'; did you mean 'nbrun \(command)'?\n")
            )
            #expect(!line.exists("output"))
        }
    }

    @Test func wrongUsageIs64() throws {
        defer { line.remove() }
        #expect(try line.nbrun().status == 64)
        #expect(try line.nbrun("a.md", "--no-such-flag").status == 64)
        #expect(try line.nbrun("a.md", "--timeout", "-1").status == 64)
        try line.write("```swift\n//| eco: 1\n1\n```\n", to: "a.md")
        let run = try line.nbrun("a.md")
        #expect(run.status == 64)
        #expect(run.errors.contains("a.md:2"))
    }

    @Test(arguments: [
        ("mine.ipynb", "mine.ipynb is a notebook, not a chapter; write 'nbrun convert mine.ipynb'"),
        ("b/My one.IPYNB", "b/My one.IPYNB is a notebook, not a chapter; write 'nbrun convert 'b/My one.IPYNB''"),
        ("a.swift", "a.swift is Swift, not a chapter: put it into a ```swift fence, or include it in a cell"),
    ])
    func `what is something else by its name is no chapter`(name: String, message: String) throws {
        defer { line.remove() }
        #expect(try line.nbrun(name).status == 66)
        try line.write("{}", to: name)
        try line.write(chapter("1"), to: "a.md")
        for arguments in [[name], ["a.md", name], ["watch", name], ["check", name]] {
            let run = try line.nbrun(arguments: arguments)
            #expect(run.status == 64)
            #expect(run.errors == "error: \(message)\n")
        }
        #expect(!line.exists("output"))
    }

    @Test func `a chapter without a cell is told, but not one of several`() throws {
        defer { line.remove() }
        try line.write("# Only prose\n\n    indented\n", to: "a.md")
        try line.write(chapter("1"), to: "b.md")
        let alone = try line.nbrun("a.md")
        #expect(alone.status == 0)
        #expect(alone.errors == CommandLine.noCell("a.md"))
        #expect(try line.nbrun("a.md", "--quiet").errors == "")
        let both = try line.nbrun("a.md", "b.md")
        #expect(both.status == 0)
        #expect(!both.errors.contains("has no cell"))
    }

    @Test func aTimeoutIs124AndKeepsWhatWasPrinted() throws {
        defer { line.remove() }
        try line.write(chapter("print(\"so far\")\nwhile true {}"), to: "a.md")
        let run = try line.nbrun("a.md", "--timeout", "0.5")
        #expect(run.status == 124)
        #expect(try line.read("output/a.html").contains("so far"))
    }

    @Test func anInterruptIs130AndTheReportIsWritten() throws {
        defer { line.remove() }
        try line.write(chapter("print(\"so far\")\nwhile true {}"), to: "a.md")
        let run = try line.nbrun("a.md", interruptAfter: 2)
        #expect(run.status == 130)
        #expect(run.seconds < 6)
        #expect(try line.read("output/a.html").contains("so far"))
    }

    @Test func aSessionThatDiesIs138() throws {
        defer { line.remove() }
        try line.write(chapter("import Foundation\nkill(getpid(), SIGKILL)", "1"), to: "a.md")
        #expect(try line.nbrun("a.md").status == 138)
        #expect(try line.read("output/a.html").contains("SIGKILL"))
    }

    @Test func severalChaptersAreListedInAnIndex() throws {
        defer { line.remove() }
        try line.write("---\ntitle: The first\n---\n" + chapter("1"), to: "a.md")
        try line.write("# The second\n\n" + chapter("[0][2]"), to: "b.md")
        let run = try line.nbrun("a.md", "b.md", "-o", "site/")
        #expect(run.status == 1)
        #expect(run.output == "site/a.html\nsite/b.html\nsite/index.html\n")
        let index = try line.read("site/index.html")
        #expect(index.contains("The first") && index.contains("a.html") && index.contains("b.html"))
    }

    @Test func aReportGoesWhereItIsWanted() throws {
        defer { line.remove() }
        try line.write(chapter("1"), to: "a.md")
        #expect(try line.nbrun("a.md", "-o", "deep/er/x.html").output == "deep/er/x.html\n")
        #expect(line.exists("deep/er/x.nbrun.json"))
    }

    @Test func quietSaysOnlyErrors() throws {
        defer { line.remove() }
        try line.write(chapter("print(1)"), to: "a.md")
        #expect(try line.nbrun("a.md", "--quiet").errors == "")
    }

    @Test func theSameChapterGivesTheSameBytes() throws {
        defer { line.remove() }
        try line.write("# T\n\n" + chapter("Set(1...50).first == nil", "[\"a\": 1, \"b\": 2].count"), to: "a.md")
        _ = try line.nbrun("a.md", "-o", "x/")
        _ = try line.nbrun("a.md", "-o", "y/")
        #expect(try line.read("x/a.html") == line.read("y/a.html"))
    }

    @Test func theTemporaryFolderMayHaveABlankInItsName() throws {
        defer { line.remove() }
        try line.write(chapter("print(\"it ran\")"), to: "a.md")
        let temporary = line.folder.appendingPathComponent("with a blank")
        try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
        let run = line.process(["a.md"])
        run.environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": temporary.path]) { $1 }
        run.standardError = FileHandle.nullDevice
        try run.run()
        run.waitUntilExit()
        #expect(run.terminationStatus == 0)
        #expect(try line.read("output/a.html").contains("it ran"))
    }

    @Test func nothingIsLeftBehind() throws {
        defer { line.remove() }
        try line.write(chapter("import Foundation\nprint(\"pid\", getpid())"), to: "a.md")
        _ = try line.nbrun("a.md")
        let report = try line.read("output/a.html")
        let match = try #require(report.firstMatch(of: /pid (\d+)/))
        #expect(kill(Int32(match.1)!, 0) != 0)
    }

    @Test func aProfileTellsWhereTheTimeOfAStepWent() throws {
        let line = try CommandLine()
        try line.write(
            """
            ```swift
            let model = Sequential { Dense(units: 4, inputShape: [3]) }
            model.compile(loss: .meanSquaredError)
            model.fit(Tensor(zeros: [64, 3]), Tensor(zeros: [64, 4]))
            ```
            """, to: "a.md")
        let run = try line.nbrun("a.md", "--profile")
        #expect(run.status == 0)
        #expect(
            run.errors.contains(
                "    --profile measures steps, so fits are trained anew: kept trainings are set aside\n    Epoch 1/1"))
        for text in ["    layer ", "GFLOP/s  % of peak  % of step\n    ──", "\n    a step "] {
            #expect(run.errors.contains(text), "\(run.errors)")
        }
        let report = try line.read("output/a.html")
        for text in ["GFLOP/s", "% of peak", "backward weights", "a step"] { #expect(report.contains(text)) }
        #expect(try line.nbrun("a.md").status == 0)
        #expect(!(try line.read("output/a.html")).contains("% of peak"))
        line.remove()
    }

    /// A network's weights and history, bit by bit.
    @Test func twoProcessesTrainTheSameBits() throws {
        let line = try CommandLine()
        try line.write(
            """
            ```swift
            let (train, test) = try FashionMNIST.load()
            let model = Sequential {
                Conv2D(filters: 16, kernelSize: 3, padding: .same, activation: .relu, inputShape: [28, 28, 1])
                Conv2D(filters: 32, kernelSize: 3)
                BatchNormalization()
                MaxPool2D(poolSize: 2)
                Dropout(rate: 0.3)
                Flatten()
                Dense(units: 10, activation: .softmax)
            }
            model.compile(optimizer: Adam(), loss: .sparseCategoricalCrossentropy, metrics: [.accuracy])
            let history = model.fit(
                train.images[0..<1000].reshaped(-1, 28, 28, 1) / 255, train.labels[0..<1000], epochs: 2,
                validationSplit: 0.2)
            for name in history.names { print(name, history[name].map(\\.bitPattern)) }
            for weights in model.weights {
                print(weights.shape, weights.withFloats { $0.reduce(UInt64(0)) { $0 &* 31 &+ UInt64($1.bitPattern) } })
            }
            ```
            """, to: "a.md")
        #expect(try line.nbrun("a.md", "-o", "first/").status == 0)
        #expect(try line.nbrun("a.md", "-o", "second/", "--fresh").status == 0)
        let first = try line.read("first/a.html")
        #expect(first.contains("(3, 3, 16, 32)"))
        #expect(try line.read("second/a.html") == first)
        line.remove()
    }

    @Test func `a chapter whose name begins with a dash is told from options`() throws {
        let line = try CommandLine()
        defer { line.remove() }
        try line.write("# T\n", to: "-dash.md")
        for arguments in [["-dash.md"], ["-q", "-dash.md"], ["check", "-dash.md"], ["run", "-dash.md"]] {
            let run = try line.nbrun(arguments: arguments)
            #expect(run.status == 64)
            #expect(run.errors.hasPrefix("error: '-dash.md' is read as options; write './-dash.md'\n"), "\(run.errors)")
        }
        for arguments in [["./-dash.md"], ["--", "-dash.md"], ["./-dash.md", "--output=-x.md"]] {
            let run = try line.nbrun(arguments: arguments)
            #expect(run.status == 0, "\(run.errors)")
        }
    }

    @Test func `a line break in a chapter's name breaks no line`() throws {
        let line = try CommandLine()
        defer { line.remove() }
        try line.write(chapter("1"), to: "a\nb\u{1B}.md")
        let run = try line.nbrun("a\nb\u{1B}.md")
        #expect(run.status == 0)
        #expect(run.errors.contains("[1/1] a␊b␛.md:2 cell-1"), "\(run.errors)")
    }

    @Test(arguments: [
        ("# One & *two*\n", "<title>One &amp; two</title>"),
        ("## Small\n\n# Large $x^2$\n", "<title>Large x^2</title>"),
        ("One\n===\n\n# Two\n", "<title>One</title>"), ("## Small\n", "<title>a.md</title>"),
        ("---\ntitle: Front\n---\n\n# One\n", "<title>Front</title>"),
    ])
    func `a page without a title is called by its first heading`(text: String, title: String) throws {
        let line = try CommandLine()
        defer { line.remove() }
        try line.write(text, to: "a.md")
        try line.write("# Other\n", to: "b.md")
        #expect(try line.nbrun("a.md", "b.md").status == 0)
        #expect(try line.read("output/a.html").contains(title))
        let name = title.dropFirst("<title>".count).dropLast("</title>".count)
        #expect(try line.read("output/index.html").contains("<a href=\"a.html\">\(name)</a>"))
    }

    @Test func `characters that turn the direction of code are marked in reports`() throws {
        let line = try CommandLine()
        defer { line.remove() }
        try line.write(chapter("// \u{202E}a\u{2066}\nprint(\"b\\u{202E}\")\n\"c\\u{2067}\""), to: "a.md")
        #expect(try line.nbrun("a.md", "--to", "html", "--to", "md").status == 0)
        for name in ["a.html", "a.md"] {
            let report = try line.read("output/\(name)")
            #expect(
                !report.unicodeScalars.contains {
                    (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
                })
            #expect(
                report.contains("\u{FFFD}a\u{FFFD}") && report.contains("b\u{FFFD}") && report.contains("c\u{FFFD}"))
        }
    }

    @Test func `objects lie at the same addresses in each run, whatever is kept and wherever`() throws {
        var line = try CommandLine()
        defer { line.remove() }
        line.cache = "\(line.folder.path)/cache"
        let cells = [
            "final class Box {}\nlet boxes = (0..<50).map { _ in Box() }",
            """
            let set = Set(boxes.map { ObjectIdentifier($0) })
            print(set.map { id in boxes.firstIndex { ObjectIdentifier($0) == id }! })
            """,
        ]
        try line.write(chapter(cells), to: "a.md")
        #expect(try line.nbrun("a.md").status == 0)
        let first = try line.read("output/a.html")
        #expect(try line.nbrun("a.md").status == 0)
        #expect(try line.read("output/a.html") == first)
        #expect(try line.nbrun("a.md", "--fresh").status == 0)
        #expect(try line.read("output/a.html") == first)
        try FileManager.default.createDirectory(
            atPath: line.folder.path + "/temporary", withIntermediateDirectories: true)
        line.cache = "\(line.folder.path)/\(String(repeating: "another", count: 20))"
        line.environment = ["TMPDIR": "\(line.folder.path)/temporary", "ONE": "1", "TWO": "2"]
        for arguments in [["a.md"], ["a.md"], ["a.md", "--fresh"]] {
            #expect(try line.nbrun(arguments: arguments).status == 0)
            #expect(try line.read("output/a.html") == first)
        }
    }
}
