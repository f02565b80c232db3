import Foundation
import Testing

/// What a cell does to its own process, to those around it and to the lines between them costs neither the report nor time.
@Suite("5. Lines and processes of the session that a cell closes, stops, kills, leaves or doubles")
struct ProcessFaultsTests {
    /// What a cell does, the exit status of nbrun, and what it says of it; what the second cell prints tells whether it ran.
    struct Fault: CustomTestStringConvertible {
        let source: String
        let status: Int32
        var message = ""

        init(_ source: String, _ status: Int32, _ message: String = "") {
            (self.source, self.status, self.message) = (source, status, message)
        }

        var testDescription: String { source }
    }

    private static let tooLong = "error: the cell took longer than 2 s\n"
    private static let lineLost = """
        error: the cell closed or changed a descriptor that it did not open, by which nbrun hears from the session; \
        close what the cell has opened, one by one

        """
    private static let keeperEnded = """
        error: the process that looks after the session's was ended, by the cell or by another program; \
        end and signal only what the cell has started

        """
    private static let killed = "error: the session's process was killed (SIGKILL), by the cell or by another program\n"
    private static let closeAll = "for number in 3..<5000 { close(Int32(number)) }"
    private static let daemon = "system(\"setsid sh -c 'setsid sleep 600 & sleep 600' &\"); usleep(50_000)"

    private static func shutAll(_ how: Int) -> String { "for number in 3..<5000 { shutdown(Int32(number), \(how)) }" }

    /// Lets all numbers behind the first lead nowhere; the limit is so high that the system accepts them.
    private static let replaceAll =
        "let none = open(\"/dev/null\", O_RDWR); for number in 3..<5000 where fcntl(Int32(number), F_GETFD) >= 0 && number != none { dup2(none, Int32(number)) }"

    private static func limit(_ name: String, _ soft: Int, _ hard: Int) -> String {
        "var limits = rlimit(rlim_cur: \(soft), rlim_max: \(hard)); "
            + "setrlimit(__rlimit_resource_t(\(name).rawValue), &limits)"
    }

    static let faults = [
        Fault("\(closeAll); while true {}", 124, tooLong),
        Fault(closeAll, 1, lineLost),
        Fault("\(closeAll); display(1)", 1, lineLost),
        Fault("\(shutAll(0)); while true {}", 124, tooLong),
        Fault(shutAll(0), 1, lineLost),
        Fault(shutAll(1), 1, lineLost),
        Fault("\(shutAll(2)); display(1)", 1, lineLost),
        Fault("\(shutAll(2)); sleep(600)", 124, tooLong),
        Fault("\(replaceAll); while true {}", 124, tooLong),
        Fault(replaceAll, 1, lineLost),
        Fault("become(\"sleep\", \"600\")", 124, tooLong),
        Fault("become(\"sh\", \"-c\", \"trap '' TERM INT HUP; while :; do :; done\")", 124, tooLong),
        Fault("become(\"true\")", 1, "error: the cell ended the session's process with exit(0)\n"),
        Fault("kill(getppid(), SIGSTOP); sleep(600)", 124, tooLong),
        Fault("while true { kill(getppid(), SIGSTOP) }", 124, tooLong),
        Fault("kill(getppid(), SIGSTOP)", 0),
        Fault("raise(SIGSTOP)", 124, tooLong),
        Fault("kill(0, SIGSTOP); sleep(600)", 124, tooLong),
        Fault("kill(0, SIGKILL)", 138, killed),
        Fault("kill(getppid(), SIGKILL); sleep(600)", 138),
        Fault("\(daemon); kill(getppid(), SIGKILL); sleep(600)", 138),
        Fault("blockAllSignals(); while true {}", 124, tooLong),
        Fault("blockAllSignals()", 0),
        Fault("signal(SIGCHLD, SIG_IGN); \(daemon); while true {}", 124, tooLong),
        Fault("setsid(); \(daemon); while true {}", 124, tooLong),
        Fault("if fork() == 0 { print(\"of the child\") } else { usleep(300_000) }", 0),
        Fault("if fork() == 0 { fatalError(\"of the child\") } else { usleep(300_000) }", 0),
        Fault("if fork() == 0 { while true {} }", 0),
        Fault("for _ in 0..<3 { fork() }", 0),
        Fault("fclose(stdout)", 0),
        Fault("close(0); close(1); close(2)", 0),
        Fault("while open(\"/dev/null\", O_RDONLY) >= 0 {}", 0),
        Fault(
            "func down(_ n: Int) -> Int { n + down(n + 1) }; Thread { print(down(0)) }.start(); sleep(9)", 138,
            "error: the stack is full: a function calls itself too often, perhaps without an end\n  --> a.md:16:34\n"),
    ]

    /// What the system ends, when its time has come.
    static let limits = [
        Fault("alarm(1); sleep(600)", 138, "signal 14 (Alarm clock)"),
        Fault(
            "\(limit("RLIMIT_CPU", 1, 1)); while true {}", 138,
            "used all the processor time that it may (SIGKILL); raise the limit, which is 'ulimit -t'\n"),
        Fault(
            "\(limit("RLIMIT_CPU", 1, 9)); while true {}", 138,
            "used all the processor time that it may (SIGXCPU); raise the limit, which is 'ulimit -t'\n"),
        Fault(
            "\(limit("RLIMIT_FSIZE", 9, 9)); try String(repeating: \"x\", count: 99).write(toFile: \"x\", atomically: false, encoding: .utf8)",
            138, "error: the cell wrote a file larger than it may (SIGXFSZ); raise the limit, which is 'ulimit -f'\n"),
    ]

    /// In CI, one of each sort.
    static let some = Faults.isLong ? faults : stride(from: 0, to: faults.count, by: 3).map { faults[$0] }

    private static func cell(_ source: String) -> String {
        """
        import Foundation
        func become(_ words: String...) {
            var pointers = words.map { strdup($0) } + [nil]
            execvp(words[0], &pointers)
        }
        func blockAllSignals() {
            var all = sigset_t()
            sigfillset(&all)
            sigprocmask(SIG_BLOCK, &all, nil)
        }
        utimes("clock", nil)
        close(open("begun", O_CREAT | O_WRONLY, 0o600))
        print("said before")
        fflush(stdout)
        \(source)
        """
    }

    @Test(arguments: some, [false, true])
    func `the report is written in time and tells it, and nothing is left`(fault: Fault, keepsGoing: Bool) throws {
        let line = try CommandLine.withTemporaryFolder()
        defer { line.remove() }
        try line.write(chapter(Self.cell(fault.source), "print(\"lat\" + \"er\")"), to: "a.md")
        let run = try line.nbrun(arguments: ["a.md", "--timeout", "2"] + (keepsGoing ? ["--keep-going"] : []))
        #expect(run.status == fault.status, "\(run.errors)")
        #expect(fault.message.isEmpty || run.errors.contains(fault.message), "\(run.errors)")
        #expect(!run.errors.contains("memory"))
        try line.expectWholeReport(within: 4)
        let record = try line.read("output/a.nbrun.json")
        #expect(record.matches(of: /"later\\n"/).count == (fault.status == 0 || keepsGoing ? 1 : 0))
    }

    @Test(arguments: limits, [false, true])
    func `a limit that ended a cell is told`(fault: Fault, keepsGoing: Bool) throws {
        let line = try CommandLine.withTemporaryFolder()
        defer { line.remove() }
        try line.write(chapter(Self.cell(fault.source), "print(\"lat\" + \"er\")"), to: "a.md")
        let run = try line.nbrun(arguments: ["a.md"] + (keepsGoing ? ["--keep-going"] : []))
        #expect(run.status == fault.status)
        #expect(run.errors.contains(fault.message), "\(run.errors)")
        #expect(!run.errors.contains("memory"))
        try line.expectWholeReport(within: 60)
    }

    /// Without a state that is kept, the parent of the session's process is its keeper.
    @Test(arguments: ["SIGKILL", "SIGTERM", "SIGINT"])
    func `a keeper that a cell ends is told`(signal: String) throws {
        let line = try CommandLine.withTemporaryFolder()
        defer { line.remove() }
        try line.write(chapter(Self.cell("\(Self.daemon)\nkill(getppid(), \(signal))\nsleep(600)"), "1"), to: "a.md")
        let run = try line.nbrun("a.md")
        #expect(run.status == 138)
        #expect(run.errors.contains(Self.keeperEnded), "\(run.errors)")
        try line.expectWholeReport(within: 3)
    }

    /// What the cells before gave is reported. (A compiler that is at work would make a folder again, but not where a file is.)
    @Test(arguments: ["$(echo $TMPDIR/nbrun-*)", "$TMPDIR"], [false, true])
    func `a cell that removes the files of the run ends it with its report`(files: String, keepsGoing: Bool) throws {
        let line = try CommandLine.withTemporaryFolder()
        defer { line.remove() }
        let cells = [
            Self.cell("system(\"folder=\(files); mv $folder gone; touch $folder\")"), "print(\"lat\" + \"er\")", "3",
        ]
        try line.write(chapter(cells), to: "a.md")
        let run = try line.nbrun(arguments: ["a.md", "--fresh"] + (keepsGoing ? ["--keep-going"] : []))
        #expect(run.status == 138, "\(run.errors)")
        let folder = line.folder.appendingPathComponent("tmp").path
        let message = """
            error: nbrun's own files in \(folder) were removed while it ran; remove only what the chapter's cells have made
            – 1 later cell was not run

            """
        #expect(run.errors.hasSuffix(message), "\(run.errors)")
        let report = try line.read("output/a.html")
        #expect(report.contains("said before") && report.hasSuffix("-->\n"))
        #expect(line.processesLeft == [])
    }

    /// Compilers, their keepers, and all other programs of a run.
    @Test(arguments: ["sleep(600)", "while true {}", ""])
    func `a Ctrl-C is heard where all that nbrun has started is stopped`(source: String) throws {
        let line = try CommandLine.withTemporaryFolder()
        defer { line.remove() }
        // The compiler needs many seconds for it.
        let sums = (0..<60).map { "let sum\($0) = (0..<9).map { Double($0) * 0.5 + 1 }.filter { $0 > 2 }.reduce(0, +)" }
        try line.write(chapter(Self.cell(source), sums.joined(separator: "\n")), to: "a.md")
        let run = line.process(["a.md", "--fresh"])
        (run.standardOutput, run.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try run.run()
        for _ in 0..<2000 where !line.exists("begun") { usleep(5_000) }
        usleep(300_000)
        let all = line.processesLeft.compactMap { Int32($0.prefix { $0 != " " }) }
        let others = all.filter { $0 != run.processIdentifier }
        #expect(others.count > 3)
        others.forEach { kill($0, SIGSTOP) }
        let start = Date()
        run.interrupt()
        run.waitUntilExit()
        #expect(Date().timeIntervalSince(start) < 3)
        #expect(run.terminationStatus == 130)
        try line.expectWholeReport(within: 60)
    }

    @Test(arguments: [
        "\(closeAll)\nwhile true {}", "become(\"sleep\", \"600\")", "kill(getppid(), SIGSTOP)\nsleep(600)",
    ])
    func `the first Ctrl-C is heard`(source: String) throws {
        let line = try CommandLine.withTemporaryFolder()
        defer { line.remove() }
        try line.write(chapter(Self.cell(source), "1"), to: "a.md")
        let run = try line.start("a.md", untilThereIs: "begun")
        usleep(200_000)
        let start = Date()
        run.interrupt()
        run.waitUntilExit()
        #expect(Date().timeIntervalSince(start) < 2)
        #expect(run.terminationStatus == 130)
        #expect(try line.read("output/a.html").contains("interrupted"))
        try line.expectWholeReport(within: 60)
    }
}
