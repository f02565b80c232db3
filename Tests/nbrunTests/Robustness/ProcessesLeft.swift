import Foundation

extension CommandLine {
    /// The programs that were started in this folder, by nbrun or by what it started, and that still run.
    var processesLeft: [String] {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.filter { $0.allSatisfy(\.isNumber) }.compactMap { process in
            let place = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/cwd")
            guard place == folder.resolvingSymlinksInPath().path else { return nil }
            let words = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()
            return "\(process) " + String(decoding: words, as: UTF8.self).replacing("\0", with: " ")
        }
    }

    /// Waits until none is left, two seconds at most; after a run that ended by itself there is nothing to wait for.
    func awaitNoProcess() -> Bool {
        for _ in 0..<200 {
            if processesLeft.isEmpty { return true }
            usleep(10_000)
        }
        return false
    }

    /// Starts nbrun, and waits until a cell has made a file.
    func start(_ arguments: String..., untilThereIs file: String) throws -> Process {
        let process = self.process(arguments)
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try process.run()
        for _ in 0..<2000 where !exists(file) && process.isRunning { usleep(10_000) }
        return process
    }
}
