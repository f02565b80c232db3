import Chapters

/// What became of one chapter.
struct ChapterOutcome {
    let path: String
    var status = RunStatus.succeeded
    var chapter: Chapter?
    /// The path of the report, if there is one.
    var report: String?
}
