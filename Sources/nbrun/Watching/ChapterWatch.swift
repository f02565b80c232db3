import Foundation
import Sessions

/// Runs chapters at every save until a person ends it.
final class ChapterWatch {
    private let job: ChapterJob
    private let interruption: Int32
    private let changes: FolderChanges
    private let server: ReportServer
    private let chapters: [WatchedChapter]
    /// Milliseconds after which the files are looked at, although nothing was told of them.
    private static let timeBetweenLooks: Int32 = 500

    /// - Throws: where a folder cannot be watched, or no port is free.
    init(paths: [String], job: ChapterJob, interruption: Int32) throws {
        self.job = job
        self.interruption = interruption
        changes = try FolderChanges(folders: Set(paths.map { FilePath.folder(of: $0) }))
        let server = try ReportServer()
        self.server = server
        chapters = paths.map { path in
            let report = Self.reportName(of: path, job)
            return WatchedChapter(path: path) { server.tell($0, report: report) }
        }
        server.start()
    }

    func run() {
        tellAddresses()
        repeat {
            changes.clear()
            for chapter in chapters where chapter.takeChange() {
                // Before they are read, so that no save is missed; a file in a missing folder is told as missing.
                chapter.fileFolders.union([FilePath.folder(of: chapter.path)]).forEach { changes.watch($0) }
                weave(chapter)
            }
        } while awaitChange()
        job.terminal.clearLive()
    }

    private static func reportName(of chapter: String, _ job: ChapterJob) -> String {
        (job.location.report(of: chapter) as NSString).lastPathComponent
    }

    /// Tells where the reports are shown, now and whenever a user asks by Enter.
    private func tellAddresses() {
        let addresses = chapters.map { server.address(of: Self.reportName(of: $0.path, job)) }
        let tell = { @Sendable [terminal = job.terminal] in
            terminal.clearLive()
            // On lines of their own, so that none is broken at 80 columns.
            terminal.progress("The report reloads by itself at")
            for address in addresses { terminal.progress("  \(terminal.styled(address, .accent))") }
        }
        tell()
        TypedLines.onEach(tell)
    }

    private func weave(_ chapter: WatchedChapter) {
        let start = ContinuousClock.now
        let outcome = job.run(chapter.path, in: chapter)
        // A Ctrl-C that interrupted the cell has done its work; one that came later ends the watch.
        if outcome.status == .interrupted { Interruption.reset() }
        // The save that ended it may have been taken back by now.
        if outcome.isOutdated { chapter.forgetLastRun() }
        guard let report = outcome.report else { return }
        server.publish(report, as: (report as NSString).lastPathComponent)
        let seconds = start.duration(to: .now) / .seconds(1)
        job.terminal.progress(job.terminal.styled("woven in \(DurationText.text(seconds))", .faint))
    }

    /// Waits for a save.
    ///
    /// - Returns: false if a person ends the watch.
    private func awaitChange() -> Bool {
        var polls = [changes.descriptor, interruption].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while poll(&polls, nfds_t(polls.count), Self.timeBetweenLooks) <= 0 {
            if chapters.contains(where: \.mayHaveChanged) { break }
        }
        guard polls[1].revents == 0 else { return false }
        // An editor may write a file in several steps.
        usleep(10_000)
        return true
    }
}
