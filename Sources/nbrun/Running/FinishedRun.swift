import Chapters
import Sessions

/// A run of a chapter that is over, before its reports are written.
struct FinishedRun {
    /// The chapter as it was when the run began.
    let read: ReadChapter
    var record: RunRecord
    let ingredients: RunIngredients
    var status: RunStatus
    /// What has changed on the disk since the chapter was read, in words.
    let changesMeanwhile: [String]

    var chapter: Chapter { read.chapter }
}

extension ReadChapter {
    /// What has changed on the disk since it was read, in words; empty where nothing has.
    func changes(in file: ChapterFile) -> [String] {
        do {
            let now = try file.read { _ in }
            return now.fingerprint.changes(since: fingerprint).map { $0.description(in: file.path) }
        } catch let error as ChapterError {
            return error.diagnostics.prefix(1).map { diagnostic in
                let line = diagnostic.location.map { ":\($0.line)" } ?? ""
                return "\(file.path)\(line): \(diagnostic.message)"
            }
        } catch {
            return ["\(error)"]
        }
    }
}
