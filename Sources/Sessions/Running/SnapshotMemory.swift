import Foundation

/// How much memory the processes of a session take.
enum SnapshotMemory {
    /// Whether the processes together take more than a limit; pages that they share count once.
    ///
    /// - Parameter limit: bytes.
    static func exceeds(_ limit: Int, processes: [Int32]) -> Bool {
        // What each has resident is quick to learn, and never less than its share.
        guard sum(processes, residentBytes) > limit else { return false }
        return sum(processes, sharedBytes) > limit
    }

    private static func sum(_ processes: [Int32], _ bytes: (Int32) -> Int) -> Int {
        processes.reduce(0) { $0 + bytes($1) }
    }

    private static func residentBytes(of process: Int32) -> Int {
        let words = text("/proc/\(process)/statm").split(separator: " ")
        return (words.count > 1 ? Int(words[1]) ?? 0 : 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    /// Its proportional set size: of a page that several processes share, each has its part.
    private static func sharedBytes(of process: Int32) -> Int {
        let line = text("/proc/\(process)/smaps_rollup").split(separator: "\n").first { $0.hasPrefix("Pss:") }
        let kilobytes = line.flatMap { $0.split(separator: " ").dropFirst().first }.flatMap { Int($0) }
        return (kilobytes ?? 0) * 1024
    }

    /// A file under /proc has no size to read it by; a handle reads until the end.
    private static func text(_ path: String) -> String {
        let handle = FileHandle(forReadingAtPath: path)
        return String(decoding: handle?.readDataToEndOfFile() ?? Data(), as: UTF8.self)
    }
}
