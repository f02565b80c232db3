import Display
import Glibc
internal import OutputFiles

/// Trainings and evaluations that outlive a run, in a folder.
///
/// 1. `KEY.EPOCH.finished` is a checkpoint at which a fit ended, `KEY.EPOCH.reached` one that a fit passed on its way; the
///    latter go when a later one is there. `KEY.evaluation` is what an evaluation gave.
/// 2. A file appears by renaming a complete one, so it is whole for every run that sees it. Two runs of one key write the
///    same; whoever comes last stays.
/// 3. Using a file sets its time, so that those unused for longest can be told.
/// 4. A damaged file is told of, and removed. A folder that cannot be written is no folder, and no error.
struct TrainingStore: Sendable {
    let folder: String
    /// What takes less time is computed again sooner than it is kept.
    var secondsWorthKeeping = 0.5

    /// The store that the runner names in the environment; without one, nothing is kept.
    @TaskLocal static var ofSession: TrainingStore? = getenv("NBRUN_TRAININGS").map {
        TrainingStore(folder: String(cString: $0))
    }

    /// The checkpoint with the most epochs, but not more than these; one that does not fit is a damaged one.
    func newest(of key: TrainingKey, upTo epochs: Int, fitting fits: (Checkpoint) -> Bool) -> Checkpoint? {
        for entry in entries(of: key).reversed() where entry.epoch <= epochs {
            if let checkpoint = read(entry, key, fits) { return checkpoint }
        }
        return nil
    }

    /// Keeps a checkpoint, in the place of those that the fit passed before.
    ///
    /// - Returns: whether it could be written.
    @discardableResult func keep(_ checkpoint: Checkpoint, of key: TrainingKey, isFinished: Bool) -> Bool {
        let kept = Entry(key: key.digest, epoch: checkpoint.epoch, isFinished: isFinished)
        guard write(checkpoint.file(of: key), as: kept.name) else { return false }
        for entry in entries(of: key) where !entry.isFinished && entry.name != kept.name && entry.epoch <= kept.epoch {
            unlink(path(of: entry))
        }
        return true
    }

    /// What an evaluation of this key gave.
    func evaluation(of key: TrainingKey) -> KeptEvaluation? {
        read("\(key.digest).evaluation") { try KeptEvaluation($0, of: key) }
    }

    func keep(_ evaluation: KeptEvaluation, of key: TrainingKey) {
        _ = write(evaluation.file(of: key), as: "\(key.digest).evaluation")
    }

    /// The files of a key, fewest epochs first.
    func entries(of key: TrainingKey) -> [Entry] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var entries: [Entry] = []
        while let item = readdir(directory) {
            let name = withUnsafePointer(to: &item.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if let entry = Entry(name), entry.key == key.digest { entries.append(entry) }
        }
        return entries.sorted { $0.epoch < $1.epoch }
    }

    func path(of entry: Entry) -> String { "\(folder)/\(entry.name)" }

    private func read(_ entry: Entry, _ key: TrainingKey, _ fits: (Checkpoint) -> Bool) -> Checkpoint? {
        read(entry.name) { file in
            let checkpoint = try Checkpoint(file, of: key)
            guard checkpoint.epoch == entry.epoch, fits(checkpoint) else {
                throw Damage(description: "it is of another training")
            }
            return checkpoint
        }
    }

    /// What a file holds; one that is damaged is told of, and removed.
    private func read<Contents>(_ name: String, _ contents: (SafetensorsFile) throws -> Contents) -> Contents? {
        let path = "\(folder)/\(name)"
        // Another run may have put a later one in its place.
        guard access(path, R_OK) == 0 else { return nil }
        do {
            let contents = try contents(SafetensorsFile(contentsOf: path))
            utimes(path, nil)
            return contents
        } catch {
            reportWarning("what was kept is damaged, and is made again: \(name): \(Self.reason(error, path))")
            unlink(path)
            return nil
        }
    }

    private func write(_ file: SafetensorsFile, as name: String) -> Bool {
        let path = "\(folder)/\(name)"
        return (try? makeFolder(of: path)) != nil && (try? file.write(to: path)) != nil
    }

    /// What is wrong, without the path that its message may begin with.
    private static func reason(_ error: any Error, _ path: String) -> String {
        let text = "\(error)"
        return text.hasPrefix("\(path): ") ? String(text.dropFirst(path.count + 2)) : text
    }
}

extension TrainingStore {
    /// A file by its name.
    struct Entry: Equatable {
        let key: String
        let epoch: Int
        /// Whether a fit ended there.
        let isFinished: Bool

        var name: String { "\(key).\(epoch).\(isFinished ? "finished" : "reached")" }
    }
}

extension TrainingStore.Entry {
    init?(_ name: String) {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let epoch = Int(parts[1]), ["finished", "reached"].contains(parts[2]) else {
            return nil
        }
        self.init(key: String(parts[0]), epoch: epoch, isFinished: parts[2] == "finished")
    }
}
