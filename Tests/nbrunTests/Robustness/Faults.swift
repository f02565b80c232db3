import Foundation

/// Lets a call that changes files go wrong in the real program: see `Tests/Faults/faults.c`.
struct Faults {
    /// The name of the program that is meant.
    let program: String
    /// The folder whose files count.
    let folder: URL
    /// `kill`, or the number of an error.
    var with = "kill"

    /// The environment in which the call of this number goes wrong; none does without one.
    func environment(at number: Int?, log: URL? = nil) -> [String: String] {
        var environment = [
            "LD_PRELOAD": CommandLine.program.deletingLastPathComponent().appendingPathComponent("libFaults.so").path,
            "FAULTS_PROGRAM": program, "FAULTS_FOLDER": folder.resolvingSymlinksInPath().path, "FAULTS_WITH": with,
        ]
        environment["FAULTS_AT"] = number.map(String.init)
        environment["FAULTS_LOG"] = log?.path
        return environment
    }

    /// The numbers of the calls to try: all of them where the long form is asked for, else some, evenly chosen.
    static func numbers(of count: Int, shortened: Int) -> [Int] {
        guard !isLong, count > shortened else { return Array(1...max(count, 1)) }
        return (0..<shortened).map { 1 + $0 * (count - 1) / (shortened - 1) }
    }

    static var isLong: Bool { ProcessInfo.processInfo.environment["TORTURE"] != nil }
}

extension CommandLine {
    /// What lies in a folder, by path from there.
    func contents(of name: String) throws -> [String: Data] {
        let root = folder.appendingPathComponent(name)
        let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return try names.reduce(into: [:]) { contents, name in
            let file = root.appendingPathComponent(name)
            guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { return }
            contents[name] = try Data(contentsOf: file)
        }
    }

    /// How many calls of a run count.
    func count(of faults: Faults, _ arguments: [String]) throws -> Int {
        let log = folder.appendingPathComponent(".calls")
        try? FileManager.default.removeItem(at: log)
        _ = try with(faults.environment(at: nil, log: log)).nbrun(arguments: arguments)
        return try String(contentsOf: log, encoding: .utf8).split(separator: "\n").count
    }

    func with(_ environment: [String: String]) -> CommandLine {
        var line = self
        line.environment.merge(environment) { $1 }
        return line
    }
}
