import Display
import Foundation

/// The computer, as its kernel describes it.
enum Machine {
    static var processor: Finding {
        let lines = text("/proc/cpuinfo").split(separator: "\n")
        let value = { (key: String) -> Substring? in
            lines.first { $0.hasPrefix(key) }?.split(separator: ":", maxSplits: 1).last
        }
        let model = value("model name").map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown processor"
        let flags = Set((value("flags") ?? "").split(separator: " "))
        let sets = ["avx512f", "avx2", "sse4_1"].filter { flags.contains($0[...]) }
        let cores = ProcessInfo.processInfo.activeProcessorCount
        return Finding(
            subject: "processor",
            text:
                "\(model), \(cores) core\(cores == 1 ? "" : "s"), \(sets.isEmpty ? "no SIMD" : sets.joined(separator: " "))"
        )
    }

    static var memory: Finding {
        let gigabytes = Double(ProcessInfo.processInfo.physicalMemory) / 1e9
        return Finding(subject: "memory", text: "\(NumberText.fixed(gigabytes, decimals: 1)) GB")
    }

    /// A file under /proc has no size to read it by.
    private static func text(_ path: String) -> String {
        let handle = FileHandle(forReadingAtPath: path)
        return String(decoding: handle?.readDataToEndOfFile() ?? Data(), as: UTF8.self)
    }
}
