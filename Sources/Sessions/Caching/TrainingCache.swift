import Foundation
import OutputFiles

/// Trainings that outlive a run. The session's process reads and writes them; the runner sees files.
///
/// A file is called `KEY.EPOCH.…`, so that what stands before the first dot names the training. Using one sets its time.
public struct TrainingCache: Sendable {
    let folder: String
    /// Bytes.
    let limit: Int

    public static let standardLimit = 4 << 30

    init(folder: String, limit: Int = Self.standardLimit) {
        self.folder = folder
        self.limit = limit
    }

    /// The cache of the person who runs nbrun.
    public static var standard: TrainingCache { TrainingCache(folder: CacheFolder.trainings) }

    private static let variable = "NBRUN_TRAININGS"

    /// From now on sessions of this process use the cache.
    public func offer() { setenv(Self.variable, folder, 1) }

    /// From now on sessions of this process use no such cache.
    public static func offerNone() { unsetenv(variable) }

    /// What the cache holds now; a training counts once, however many of its epochs are kept.
    public var usage: CacheUsage {
        let files = filesByAge
        return CacheUsage(entries: Set(files.map(\.training)).count, bytes: files.reduce(0) { $0 + $1.bytes })
    }

    /// Removes every training.
    ///
    /// - Returns: what was there.
    @discardableResult public func clear() -> CacheUsage {
        let usage = usage
        try? FileManager.default.removeItem(atPath: folder)
        return usage
    }

    /// Removes what runs that were killed left unfinished, and the files unused for longest until the rest fits well
    /// within the limit.
    public func trim() {
        Leftovers.clear(folder) { unlink($0) }
        let files = filesByAge
        var bytes = files.reduce(0) { $0 + $1.bytes }
        guard bytes > limit else { return }
        for file in files where bytes > limit / 5 * 4 {
            try? FileManager.default.removeItem(atPath: "\(folder)/\(file.name)")
            bytes -= file.bytes
        }
    }

    private struct File {
        let name: String
        let bytes: Int
        let used: Int

        var training: Substring { name.prefix { $0 != "." } }
    }

    /// The oldest first.
    private var filesByAge: [File] {
        let now = FileStatus.now
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let files = names.filter { !Leftovers.isUnfinished($0) }.compactMap { name -> File? in
            FileStatus(of: "\(folder)/\(name)").map { File(name: name, bytes: $0.bytes, used: $0.used(before: now)) }
        }
        return files.sorted { $0.used < $1.used }
    }
}
