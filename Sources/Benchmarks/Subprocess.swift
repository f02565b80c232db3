import Foundation

/// A command that is run and waited for.
struct Subprocess {
    let command: [String]
    var environment: [String: String] = [:]
    var folder: URL?

    init(_ command: [String], environment: [String: String] = [:], folder: URL? = nil) {
        self.command = command
        self.environment = environment
        self.folder = folder
    }

    func run() throws -> (status: Int32, output: String) {
        let (process, pipe) = (prepared(), Pipe())
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }

    /// A process that is ready to run; the program is looked for on the `PATH`.
    func prepared() -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        if let folder { process.currentDirectoryURL = folder }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return process
    }
}
