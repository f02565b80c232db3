import Foundation
import OutputFiles

/// Compiled cells that outlive a run, by the names of their modules.
///
/// 1. An entry is a folder `cells/NAME` with `messages` (what the compiler said) and, if it accepted the cell,
///    `library` and `module`.
/// 2. Its file `seal` holds a hash of its name and of the other files. An entry whose seal does not match is damaged, or
///    another one's: it is removed, and told of.
/// 3. An entry appears by renaming a finished folder, so it is whole for every run that sees it; of two runs that make
///    the same one, the first wins. What a power failure makes of it, the seal tells.
/// 4. Using an entry sets its time. When the entries take more than the limit, those unused for longest go.
public struct CellCache: Sendable {
    let folder: String
    /// Bytes.
    let limit: Int
    /// Whether it has taken something.
    let hasGrown = Flag()
    let isTrimDue = Flag()
    private let damaged = DamagedEntries()

    /// A compilation as it is kept.
    struct Entry: Equatable {
        let messages: String
        /// The files of a cell that the compiler accepted.
        var files: Files?

        struct Files: Equatable {
            let library: String
            let module: String
        }
    }

    public static let standardLimit = 1 << 30

    init(folder: String, limit: Int = Self.standardLimit) {
        self.folder = folder
        self.limit = limit
    }

    /// The cache of the person who runs nbrun.
    public static let standard = CellCache(folder: CacheFolder.cells)

    /// What is kept under a name, if it is whole; the paths are those in the cache.
    func entry(named name: String) -> Entry? {
        let path = "\(folder)/\(name)"
        guard FileStatus(of: path) != nil else { return nil }
        let seal = Self.text("\(path)/seal")
        guard let seal, seal == Self.seal(of: path, named: name), let messages = Self.text("\(path)/messages") else {
            // One without a seal may be about to be removed by another run.
            if seal != nil { damaged.add(name) }
            try? FileManager.default.removeItem(atPath: path)
            return nil
        }
        utimes(path, nil)
        let files = Entry.Files(library: "\(path)/library", module: "\(path)/module")
        return Entry(messages: messages, files: access(files.library, F_OK) == 0 ? files : nil)
    }

    /// The entries that were found damaged since this was asked last.
    public func takeDamaged() -> [String] { damaged.take() }

    /// Keeps a compilation.
    ///
    /// - Returns: false where the cache cannot be written: it is no cache then, and that is no error.
    @discardableResult func keep(_ entry: Entry, named name: String) -> Bool {
        let files = FileManager.default
        let unfinished = "\(folder)/\(Leftovers.newName())"
        do {
            try files.createDirectory(atPath: unfinished, withIntermediateDirectories: true)
        } catch {
            return false
        }
        let descriptor = open(unfinished, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { close(descriptor) }
        let isKept = Leftovers.lock(descriptor) && fill(unfinished, with: entry, named: name)
        if !isKept || rename(unfinished, "\(folder)/\(name)") != 0 { try? files.removeItem(atPath: unfinished) }
        if isKept {
            hasGrown.raise()
            // Names end with a digit of a hash: one entry in sixteen.
            if name.hasSuffix("0") { isTrimDue.raise() }
        }
        return isKept
    }

    private func fill(_ folder: String, with entry: Entry, named name: String) -> Bool {
        let files = FileManager.default
        do {
            try Data(entry.messages.utf8).write(to: URL(fileURLWithPath: "\(folder)/messages"))
            if let kept = entry.files {
                try files.linkOrCopy(kept.library, to: "\(folder)/library")
                try files.linkOrCopy(kept.module, to: "\(folder)/module")
            }
            try Data(Self.seal(of: folder, named: name).utf8).write(to: URL(fileURLWithPath: "\(folder)/seal"))
            return true
        } catch {
            return false
        }
    }

    static let fileNames = ["messages", "library", "module", "seal"]

    private static func seal(of entry: String, named name: String) -> String {
        let contents = fileNames.dropLast().map { name in
            ContentHash.of(RegularFile.contents(of: "\(entry)/\(name)") ?? Data())
        }
        return ContentHash.of([name] + contents)
    }

    private static func text(_ path: String) -> String? {
        RegularFile.contents(of: path).map { String(decoding: $0, as: UTF8.self) }
    }
}

extension FileManager {
    /// A second name for a file where one file system holds both, else a copy.
    func linkOrCopy(_ source: String, to target: String) throws {
        if link(source, target) != 0 { try copyItem(atPath: source, toPath: target) }
    }

    /// The same, in the place of what has that name; who has opened that keeps it.
    func linkOrCopy(_ source: String, replacing target: String) throws {
        if link(source, target) == 0 { return }
        let unfinished = "\(target).new"
        unlink(unfinished)
        try linkOrCopy(source, to: unfinished)
        guard rename(unfinished, target) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
