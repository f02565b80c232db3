import Foundation

/// nbrun as a person runs it: the real program in a folder of its own.
struct CommandLine {
    let folder: URL
    /// The folder of a cache of its own; nil for the usual one.
    var cache: String?
    /// What stands in the environment beside the usual.
    var environment: [String: String] = [:]

    /// How a run ended and what it said.
    struct Run {
        let status: Int32
        let output: String
        let errors: String
        let seconds: Double
    }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("nbrun-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// The built program, which stands beside the tests.
    static var program: URL {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent("nbrun")
    }

    /// The repository's root.
    static var repository: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }

    func write(_ text: String, to name: String) throws {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
    }

    func read(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
    }

    /// Runs nbrun in the folder and waits for its end.
    func nbrun(_ arguments: String..., program: URL = Self.program, interruptAfter delay: Double? = nil) throws -> Run {
        try nbrun(arguments: arguments, program: program, interruptAfter: delay)
    }

    func nbrun(arguments: [String], program: URL = Self.program, interruptAfter delay: Double? = nil) throws -> Run {
        let process = self.process(arguments, program: program)
        let (output, errors) = (folder.appendingPathComponent(".stdout"), folder.appendingPathComponent(".stderr"))
        process.standardOutput = try Self.emptyFile(output)
        process.standardError = try Self.emptyFile(errors)
        process.standardInput = FileHandle.nullDevice
        let start = Date()
        try process.run()
        if let delay {
            Thread.sleep(forTimeInterval: delay)
            process.interrupt()
        }
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8), seconds: Date().timeIntervalSince(start))
    }

    /// nbrun before it starts.
    func process(_ arguments: [String], program: URL = Self.program) -> Process {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let caches = cache.map { ["XDG_CACHE_HOME": $0] } ?? [:]
        process.environment = ProcessInfo.processInfo.environment.merging(caches) { $1 }.merging(environment) { $1 }
        return process
    }

    /// What is said of a chapter that is prose only.
    static func noCell(_ path: String) -> String {
        "warning: \(path): the chapter has no cell; a cell begins with a line ```swift\n"
    }

    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Whether mounts can be made that a shell sees alone, and that go with it.
    static let canMount = succeeds("unshare --mount sh -c 'mkdir m && mount -t tmpfs -o size=64k none m'")

    /// Whether a shell can do this, in a folder of its own.
    static func succeeds(_ script: String) -> Bool {
        guard let line = try? CommandLine() else { return false }
        defer { line.remove() }
        return (try? line.shell(script).status) == 0
    }

    private static func emptyFile(_ url: URL) throws -> FileHandle {
        _ = FileManager.default.createFile(atPath: url.path, contents: nil)
        return try FileHandle(forWritingTo: url)
    }
}

/// A chapter of cells with nothing between them.
func chapter(_ cells: String...) -> String { chapter(cells) }

func chapter(_ cells: [String]) -> String {
    cells.map { "```swift\n\($0)\n```\n" }.joined(separator: "\n")
}
