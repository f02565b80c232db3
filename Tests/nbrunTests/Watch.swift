import Foundation
import Testing

/// A watch under way on a chapter.
final class Watch {
    let line: CommandLine
    let process = Process()
    private let errors: URL

    /// - Parameter files: what stands beside the chapter.
    init(_ text: String, _ options: String..., chapter: String = "a.md", files: [String: String] = [:]) throws {
        line = try CommandLine()
        for (name, content) in files { try line.write(content, to: name) }
        try line.write(text, to: chapter)
        errors = line.folder.appendingPathComponent(".watch")
        _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
        process.executableURL = CommandLine.program
        process.arguments = ["watch", chapter] + options
        process.currentDirectoryURL = line.folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
    }

    var said: String { (try? String(contentsOf: errors, encoding: .utf8)) ?? "" }
    var report: String { (try? line.read("output/a.html")) ?? "" }

    /// Where the report is served.
    func address() throws -> String {
        _ = wait { said.contains("a.html") }
        return String(try #require(said.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+\/\w+\/a\.html/)).output)
    }

    /// Waits until something holds: a minute at most, since other tests may have the processor.
    func wait(until condition: () -> Bool) -> Bool {
        let end = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < end {
            if condition() { return true }
            usleep(10_000)
        }
        return condition()
    }

    /// Ends the watch as a person does: by Ctrl-C, and once more if that only interrupted a cell.
    func stop() -> Int32 {
        for _ in 0..<10 where process.isRunning {
            process.interrupt()
            // Another one that comes too early would end it as Ctrl-C twice does.
            for _ in 0..<200 where process.isRunning { usleep(10_000) }
        }
        if process.isRunning {
            Issue.record("the watch does not end: \(said)")
            kill(process.processIdentifier, SIGKILL)
        }
        process.waitUntilExit()
        line.remove()
        return process.terminationStatus
    }
}
