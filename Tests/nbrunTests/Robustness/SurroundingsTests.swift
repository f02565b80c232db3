import Foundation
import Testing

@Suite("12. No cache, no home, no temporary folder, no compiler, no library, no data, a locale of C")
struct SurroundingsTests {
    private let line: CommandLine
    private let program = CommandLine.program.path

    init() throws {
        line = try CommandLine()
        try line.write(chapter("print(\"안녕\", Tensor([1, 2]).sum())"), to: "한글 장.md")
    }

    private static let nobody = "setpriv --reuid=65534 --regid=65534 --clear-groups"
    private static let canBeNobody = CommandLine.succeeds("\(nobody) \(CommandLine.program.path) --version")

    /// The run gave everything, and told one thing.
    private func expectARun(_ run: CommandLine.Run, warning: String) throws {
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.hasPrefix("warning: \(warning)\n"), "\(run.errors)")
        #expect(run.errors.components(separatedBy: "warning:").count == 2, "\(run.errors)")
        #expect(try line.read("output/한글 장.html").contains("안녕 3"))
    }

    private static let cacheRemedy = "set XDG_CACHE_HOME to a folder that can be written"

    @Test func aCacheFolderThatCannotBeMade() throws {
        defer { line.remove() }
        try line.write("", to: "file")
        for name in ["file", "file/x"] {
            let path = "\(line.folder.path)/\(name)"
            try expectARun(
                line.with(["XDG_CACHE_HOME": path]).nbrun("한글 장.md"),
                warning:
                    "nothing is kept between runs: \(path)/nbrun cannot be made: Not a directory; \(Self.cacheRemedy)")
        }
    }

    @Test(
        .enabled(if: CommandLine.canMount, "no right to mount file systems here"),
        arguments: [
            ("dd if=/dev/zero of=m/full bs=1k", "No space left on device"),
            ("mount -o remount,ro m", "Read-only file system"),
        ])
    func aCacheOnAFullOrReadOnlyFileSystem(preparation: String, reason: String) throws {
        defer { line.remove() }
        let script = """
            mkdir m; mount -t tmpfs -o size=16k none m && mkdir -m 700 m/nbrun && \(preparation) 2>/dev/null
            XDG_CACHE_HOME=$PWD/m exec \(program) '한글 장.md'
            """
        try line.write(script, to: "script")
        let path = line.folder.resolvingSymlinksInPath().path
        try expectARun(
            line.shell("unshare --mount sh script"),
            warning: "nothing is kept between runs: \(path)/m/nbrun cannot be written: \(reason); \(Self.cacheRemedy)")
    }

    /// There is room for the first trial, and not for what the compiler keeps.
    @Test(.enabled(if: CommandLine.canMount, "no right to mount file systems here"))
    func aCacheWhoseDiskIsFullInTheMiddleOfARun() throws {
        defer { line.remove() }
        let script = """
            mkdir m; mount -t tmpfs -o size=100k none m && XDG_CACHE_HOME=$PWD/m exec \(program) '한글 장.md'
            """
        try line.write(script, to: "script")
        let run = try line.shell("unshare --mount sh script")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try line.read("output/한글 장.html").contains("안녕 3"))
    }

    @Test(.enabled(if: geteuid() == 0, "only root gives folders away"))
    func aCacheThatBelongsToAnotherUserIsNotTrusted() throws {
        defer { line.remove() }
        try line.write("", to: "theirs/nbrun/file")
        #expect(chown("\(line.folder.path)/theirs/nbrun", 65534, 65534) == 0)
        let run = try line.with(["XDG_CACHE_HOME": "\(line.folder.path)/theirs"]).nbrun("한글 장.md")
        try expectARun(
            run,
            warning: "nothing is kept between runs: \(line.folder.path)/theirs/nbrun belongs to another user; "
                + "set XDG_CACHE_HOME to a folder of your own")
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(line.folder.path)/theirs/nbrun") == ["file"])
    }

    @Test func aCacheIsClosedToOthers() throws {
        defer { line.remove() }
        let cache = "\(line.folder.path)/cache/nbrun"
        try line.write("", to: "cache/nbrun/file")
        #expect(chmod(cache, 0o777) == 0)
        #expect(try line.with(["XDG_CACHE_HOME": "\(line.folder.path)/cache"]).nbrun("한글 장.md").status == 0)
        #expect(try FileManager.default.attributesOfItem(atPath: cache)[.posixPermissions] as? Int == 0o700)
    }

    @Test(arguments: ["-u HOME", "HOME=", "HOME=relative"])
    func withoutAHomeTheCacheIsInTheOneThatTheListOfUsersNames(environment: String) throws {
        defer { line.remove() }
        let home = String(cString: getpwuid(geteuid()).pointee.pw_dir)
        let run = try line.shell("env -u XDG_CACHE_HOME \(environment) \(program) cache")
        #expect(run.output.hasPrefix("\(home)/.cache/nbrun\n"), "\(run.output)")
    }

    @Test(.enabled(if: canBeNobody, "no right to become another user here"))
    func aPersonWithoutAHomeRunsChapters() throws {
        defer { line.remove() }
        try line.write("", to: "output/.keep")
        chmod("\(line.folder.path)/output", 0o777)
        let run = try line.shell("env -u HOME -u XDG_CACHE_HOME \(Self.nobody) \(program) '한글 장.md'")
        try expectARun(
            run,
            warning: "nothing is kept between runs: /nonexistent cannot be made: Permission denied; \(Self.cacheRemedy)"
        )
    }

    @Test(arguments: [("nowhere", "No such file or directory"), ("file", "Not a directory")])
    func aTemporaryFolderThatIsNone(name: String, reason: String) throws {
        defer { line.remove() }
        try line.write("", to: "file")
        let path = "\(line.folder.path)/\(name)"
        try expectARun(
            line.with(["TMPDIR": path]).nbrun("한글 장.md"),
            warning: "/tmp is used for temporary files: \(path) cannot be written: \(reason); "
                + "set TMPDIR to a folder with room for temporary files")
        #expect(!line.exists("nowhere"))
    }

    @Test(.enabled(if: CommandLine.canMount, "no right to mount file systems here"))
    func noTemporaryFolderAtAll() throws {
        defer { line.remove() }
        try line.write(
            """
            mount --bind /tmp /tmp && mount -o remount,bind,ro /tmp
            exec env -u TMPDIR \(program) '한글 장.md'
            """, to: "script")
        let run = try line.shell("unshare --mount sh script")
        #expect(run.status == 73)
        #expect(
            run.errors == "error: /tmp cannot be written: Read-only file system; "
                + "set TMPDIR to a folder with room for temporary files\n")
    }

    @Test(arguments: ["LC_ALL=C", "LC_ALL=POSIX", "-i"])
    func koreanComesOutRightInEveryLocale(environment: String) throws {
        defer { line.remove() }
        try line.write(chapter("print(\"안녕\")", "let 수: Int = \"하나\""), to: "한글 장.md")
        let cache = ProcessInfo.processInfo.environment["XDG_CACHE_HOME"].map { "XDG_CACHE_HOME=\($0)" } ?? ""
        let run = try line.shell("env \(environment) \(cache) \(program) '한글 장.md'")
        #expect(run.status == 1)
        #expect(run.output == "output/한글 장.html\n")
        #expect(run.errors.contains("--> 한글 장.md:6:") && run.errors.contains("let 수: Int = \"하나\""), "\(run.errors)")
        #expect(try line.read("output/한글 장.html").contains("안녕"))
        #expect(
            try line.shell("env \(environment) \(program) 없다.md").errors == "error: 없다.md: there is no such chapter\n")
    }

    @Test func missingDataAreNamedWithTheirPackage() throws {
        defer { line.remove() }
        try line.write(chapter("let data = try FashionMNIST.load()"), to: "a.md")
        let run = try line.with(["FASHION_MNIST_FOLDER": "/nowhere"]).nbrun("a.md")
        #expect(run.status == 1)
        #expect(
            run.errors.contains(
                "/nowhere/train-images-idx3-ubyte.gz: No such file or directory; to have the data set: "
                    + "apt-get install dataset-fashion-mnist"))
    }
}
