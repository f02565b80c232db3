import Chapters

/// What became of one chapter.
struct ChapterOutcome {
    let path: String
    var status = RunStatus.succeeded
    var chapter: Chapter?
    /// The chapter was saved while it ran, so that the run was given up for another one.
    var isOutdated = false
    /// The path of the report, if there is one.
    var report: String?
}
