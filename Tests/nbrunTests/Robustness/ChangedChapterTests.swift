import Foundation
import Testing

@Suite("14. A chapter that changes while it runs, two runs at once, times to come")
struct ChangedChapterTests {
    private var line: CommandLine

    init() throws {
        line = try CommandLine()
        line.cache = "\(line.folder.path)/cache"
    }

    /// A chapter whose first cell does something to the chapter's folder while it runs.
    private func chapter(doing action: String) -> String {
        nbrunTests.chapter("import Foundation\n\(action)\nprint(\"as it was read\")", "print(\"second\")")
    }

    @Test func theRunIsOfTheTextThatWasReadAndSaysSo() throws {
        defer { line.remove() }
        let text = chapter(doing: "try \"# Another\\n\".write(toFile: \"a.md\", atomically: true, encoding: .utf8)")
        try line.write(text, to: "a.md")
        let run = try line.nbrun("a.md")
        #expect(run.status == 0)
        #expect(run.errors.contains("warning: a.md has changed since it was read; this run is of what was read:"))
        #expect(run.errors.contains("    a.md: cell 1 was removed\n"), "\(run.errors)")
        let report = try line.read("output/a.html")
        #expect(report.contains("as it was read") && report.contains("second") && !report.contains("id=\"another\""))
        #expect(try line.read("output/a.nbrun.json").contains("\"a.md: cell 1 was removed\""))
    }

    @Test func aChapterThatIsDeletedMeanwhileIsToldToo() throws {
        defer { line.remove() }
        try line.write(chapter(doing: "try FileManager.default.removeItem(atPath: \"a.md\")"), to: "a.md")
        let run = try line.nbrun("a.md")
        #expect(run.status == 0)
        #expect(run.errors.contains("    a.md: there is no such chapter\n"), "\(run.errors)")
        #expect(try line.read("output/a.html").contains("second"))
    }

    @Test func aDataFileThatChangesMeanwhileIsToldAndCheckRemembersIt() throws {
        defer { line.remove() }
        let write = "try \"2\".write(toFile: \"d.csv\", atomically: true, encoding: .utf8)"
        try line.write(nbrunTests.chapter("//| depends: d.csv\nimport Foundation\n\(write)"), to: "a.md")
        try line.write("1", to: "d.csv")
        #expect(try line.nbrun("a.md").errors.contains("    a.md:3: cell 1: d.csv has changed\n"))
        try line.write("1", to: "d.csv")
        let check = try line.nbrun("check", "a.md")
        #expect(check.status == 1)
        #expect(check.output == "a.md:3: cell 1: d.csv has changed while the run went on\n")
    }

    /// A day ahead and a day back, each time that nbrun asks what time it is.
    @Test func aClockThatJumpsChangesNeitherTimesNorTimeouts() throws {
        defer { line.remove() }
        try line.write(
            nbrunTests.chapter("import Foundation\nprint(\"slept\", sleep(1))", "while true {}"), to: "a.md")
        var environment = Faults(program: "nbrun", folder: line.folder).environment(
            at: nil, log: line.folder.appendingPathComponent(".calls"))
        environment["FAULTS_CLOCK"] = "86400"
        let start = ContinuousClock.now
        let run = try line.with(environment).nbrun("a.md", "--timeout", "3", "--timings")
        #expect(run.status == 124, "\(run.errors)")
        #expect(ContinuousClock.now - start < .seconds(20))
        #expect(try line.read(".calls").contains("clock"), "the clock was asked")
        let report = try line.read("output/a.html")
        let times = report.matches(of: /([0-9.]+) s\b/).compactMap { Double($0.output.1) }
        #expect(!times.isEmpty && times.allSatisfy { (0..<10).contains($0) }, "\(times)")
        #expect(try line.nbrun("a.md", "--timeout", "3").status == 124)
    }

    @Test func twoRunsOfOneChapterGiveAWholeReportOfOneOfThem() throws {
        defer { line.remove() }
        let parameters = "//| tags: [parameters]\nlet number = 1"
        try line.write(nbrunTests.chapter(parameters, "print(\"number\", number)"), to: "a.md")
        let reports = try (1...4).map { number in
            #expect(try line.nbrun("a.md", "-p", "number=\(number)", "--fresh").status == 0)
            return try line.read("output/a.html")
        }
        try FileManager.default.removeItem(atPath: line.folder.path + "/output")
        let processes = (1...4).map { line.process(["a.md", "--quiet", "-p", "number=\($0)"]) }
        for process in processes {
            process.standardOutput = FileHandle.nullDevice
            try process.run()
        }
        for process in processes {
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        #expect(reports.contains(try line.read("output/a.html")))
        #expect(try Set(line.contents(of: "output").keys) == ["a.html", "a.nbrun.json"])
    }

    @Test(arguments: [4_070_908_800.0, 0])
    func timesOfCachesThatCannotBeDoNoHarm(time: Double) throws {
        defer { line.remove() }
        let cell = """
            let model = Sequential { Dense(units: 2, inputShape: [3]) }
            model.compile(loss: .meanSquaredError)
            print(model.fit(Tensor(randomUniform: [64, 3]), Tensor(randomUniform: [64, 2]), epochs: 2)["loss"])
            """
        try line.write(nbrunTests.chapter(cell), to: "a.md")
        #expect(try line.nbrun("a.md").status == 0)
        let report = try line.read("output/a.html")
        let cache = line.folder.appendingPathComponent("cache")
        for name in FileManager.default.enumerator(atPath: cache.path)!.compactMap({ $0 as? String }) {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: time)], ofItemAtPath: "\(cache.path)/\(name)")
        }
        let run = try line.nbrun("a.md", "--explain")
        #expect(run.status == 0 && run.errors.contains("reused") && run.errors.contains("restored 2 epochs"))
        #expect(try line.read("output/a.html") == report)
    }
}
