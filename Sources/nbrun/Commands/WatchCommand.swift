import ArgumentParser
import Foundation
import Sessions

/// `nbrun watch CHAPTER…`.
struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Runs chapters again at every save, from the first cell that changed.",
        usage: "nbrun watch <chapter> … [options]",
        discussion: """
            The report is served on this machine alone and reloads by itself. Ctrl-C interrupts the cell that runs; \
            where none runs, it ends the watch.
            """)

    @OptionGroup var arguments: RunArguments

    func run() throws {
        let interruption = Interruption.install()
        let job = try arguments.job(interruption: interruption)
        try arguments.checkReports(of: job, withIndex: false)
        let watch = try ChapterWatch(paths: arguments.chapters, job: job, interruption: interruption)
        watch.run()
    }
}
