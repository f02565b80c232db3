import Foundation
import OutputFiles

/// How many entries a cache holds, and the bytes that they take.
public struct CacheUsage: Equatable, Sendable {
    public let entries: Int
    public let bytes: Int

    /// When a file or folder of a cache was used; a time to come is no time, and counts as the oldest.
    static func useDate(_ attributes: [FileAttributeKey: Any]?) -> Date {
        guard let date = attributes?[.modificationDate] as? Date, date <= Date() else { return .distantPast }
        return date
    }
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

    /// Removes what runs that were killed left unfinished, and the entries unused for longest until the rest fits well
    /// within the limit.
    func trim() {
        Leftovers.clear(folder) { try? FileManager.default.removeItem(atPath: $0) }
        let entries = entriesByAge
        var bytes = entries.reduce(0) { $0 + $1.bytes }
        guard bytes > limit else { return }
        for entry in entries where bytes > limit / 5 * 4 {
            try? FileManager.default.removeItem(atPath: entry.path)
            bytes -= entry.bytes
        }
    }

    /// The oldest first.
    private var entriesByAge: [(path: String, bytes: Int, used: Date)] {
        let files = FileManager.default
        let names = (try? files.contentsOfDirectory(atPath: folder)) ?? []
        let entries = names.filter { !Leftovers.isUnfinished($0) }.map {
            name -> (path: String, bytes: Int, used: Date) in
            let path = "\(folder)/\(name)"
            let contents = (try? files.contentsOfDirectory(atPath: path)) ?? []
            let sizes = contents.map { file in
                (try? files.attributesOfItem(atPath: "\(path)/\(file)"))?[.size] as? Int ?? 0
            }
            return (path, sizes.reduce(0, +), CacheUsage.useDate(try? files.attributesOfItem(atPath: path)))
        }
        return entries.sorted { $0.used < $1.used }
    }
}
