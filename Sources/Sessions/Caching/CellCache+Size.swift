import Foundation
import OutputFiles

/// How many entries a cache holds, and the bytes that they take.
public struct CacheUsage: Equatable, Sendable {
    public let entries: Int
    public let bytes: Int
}

extension CellCache {
    /// What the cache holds now.
    public var usage: CacheUsage {
        let entries = entriesByAge
        return CacheUsage(entries: entries.count, bytes: entries.reduce(0) { $0 + $1.bytes })
    }

    /// Removes every entry.
    ///
    /// - Returns: what was there.
    @discardableResult public func clear() -> CacheUsage {
        let usage = usage
        try? FileManager.default.removeItem(atPath: folder)
        return usage
    }

    /// Sees to the limit where something was kept since, and to what runs that were killed left unfinished.
    ///
    /// To add up thousands of entries takes a moment, so it is not done for each one.
    public func tidy() {
        if hasGrown.lower() { Leftovers.clear(folder) { try? FileManager.default.removeItem(atPath: $0) } }
        if isTrimDue.lower() { trim() }
    }

    /// Removes the entries unused for longest until the rest fits well within the limit.
    func trim() {
        let entries = entriesByAge
        var bytes = entries.reduce(0) { $0 + $1.bytes }
        guard bytes > limit else { return }
        for entry in entries where bytes > limit / 5 * 4 {
            try? FileManager.default.removeItem(atPath: entry.path)
            bytes -= entry.bytes
        }
    }

    /// The oldest first.
    private var entriesByAge: [(path: String, bytes: Int, used: Int)] {
        let (files, now) = (FileManager.default, FileStatus.now)
        let names = (try? files.contentsOfDirectory(atPath: folder)) ?? []
        let entries = names.filter { !Leftovers.isUnfinished($0) }.map {
            name -> (path: String, bytes: Int, used: Int) in
            let path = "\(folder)/\(name)"
            let sizes = Self.fileNames.map { FileStatus(of: "\(path)/\($0)")?.bytes ?? 0 }
            return (path, sizes.reduce(0, +), FileStatus(of: path)?.used(before: now) ?? 0)
        }
        return entries.sorted { $0.used < $1.used }
    }
}
