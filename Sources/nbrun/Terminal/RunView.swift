import Chapters
import Display
import Foundation
import Sessions

/// Shows a run at the terminal: a line a cell, a bar for a training, a frame for what went wrong.
final class RunView {
    private let chapter: Chapter
    private let terminal: Terminal
    /// Those of what is never used or changed, too.
    private let showsAllWarnings: Bool
    private var epochsShown = 0
    private var remarksShown = 0
    /// Where the training stands that is under way, if one is.
    private var training: TrainingProgress?
    private var notRunCount = 0

    init(chapter: Chapter, terminal: Terminal, showsAllWarnings: Bool) {
        self.showsAllWarnings = showsAllWarnings
        self.chapter = chapter
        self.terminal = terminal
    }

    func show(_ notice: RunNotice) {
        switch notice {
        case .started(let cell):
            (epochsShown, remarksShown) = (0, 0)
            training = nil
            showRunning(cell, seconds: 0)
        case .running(let cell, let seconds):
            if training == nil { showRunning(cell, seconds: seconds) }
        case .event(let cell, .progress(let progress)):
            training = progress
            terminal.live("\(ProgressLine.text(progress, title: title(of: cell), width: terminal.width))")
        case .event(_, .display(_, .training(let log))), .event(_, .update(_, .training(let log))):
            if log.epochs.last?.number == log.plannedEpochs { training = nil }
            showNewEpochs(of: log)
        case .event(_, .restored(let restoration)):
            terminal.clearLive()
            terminal.progress(terminal.styled("    \(RestorationText.text(restoration))", .faint))
        case .event(_, .warning(let message)):
            terminal.clearLive()
            terminal.warn(message)
        case .event:
            break
        case .finished(let cell, let record):
            finish(cell, record)
        case .runningAgain(let cells, let next, let loss):
            terminal.clearLive()
            terminal.progress("\(terminal.styled(RepetitionText.text(cells, before: next, loss), .faint))")
        case .goingFurtherBack(let cells, let obstacle, let holder):
            terminal.clearLive()
            terminal.progress("\(terminal.styled(RepetitionText.text(cells, obstacle, of: holder), .faint))")
        case .compiled, .kept:
            break
        }
    }

    /// `[3/14] ch6.md:57 train-small`.
    private func title(of cell: Cell) -> String {
        let file = (chapter.path as NSString).lastPathComponent.replacing("\n", with: "␊")
        return "[\(cell.number)/\(chapter.cells.count)] \(file):\(cell.line) \(cell.label)"
    }

    /// Each epoch once, when it is done: a log file wants to show how far a training came.
    private func showNewEpochs(of log: TrainingLog) {
        if log.epochs.count < epochsShown { (epochsShown, remarksShown) = (0, 0) }
        for epoch in log.epochs.dropFirst(epochsShown) {
            let metrics = epoch.metrics.map(\.plainText).joined(separator: " - ")
            terminal.clearLive()
            terminal.progress(terminal.styled("    Epoch \(epoch.number)/\(log.plannedEpochs) - \(metrics)", .faint))
        }
        epochsShown = log.epochs.count
        let remarks = log.epochs.flatMap(\.remarks)
        for remark in remarks.dropFirst(remarksShown) {
            terminal.clearLive()
            terminal.progress(terminal.styled("    \(remark)", .faint))
        }
        remarksShown = remarks.count
    }

    private func showRunning(_ cell: Cell, seconds: Double) {
        let elapsed: TerminalLine = seconds < 1 ? "" : terminal.styled("  \(Int(seconds)) s", .faint)
        terminal.live("\(terminal.styled("▸", .accent)) \(title(of: cell))\(elapsed)")
    }

    private func finish(_ cell: Cell, _ record: CellRecord) {
        terminal.clearLive()
        if record.status == .notRun { notRunCount += 1 } else { showEnd(of: cell, record) }
        guard cell.number == chapter.cells.count, notRunCount > 0 else { return }
        let count = notRunCount == 1 ? "1 later cell was not run" : "\(notRunCount) later cells were not run"
        terminal.progress("\(terminal.styled("–", .faint)) \(count)")
    }

    private func showEnd(of cell: Cell, _ record: CellRecord) {
        let isExpected =
            cell.options.error && record.status == .failed && record.failure?.kind != .stateLost
        let (mark, style, word): (String, Terminal.Style, String) =
            switch record.status {
            case .succeeded: ("✓", .success, "")
            case .failed where isExpected: ("✓", .success, " failed, as it should")
            case .notEvaluated, .notRun: ("–", .faint, " \(record.status.rawValue)")
            case .failed, .interrupted, .timedOut: ("✗", .failure, " \(record.status.rawValue)")
            }
        let duration: TerminalLine =
            record.duration.map { " \(terminal.styled(DurationText.text($0), .faint))" } ?? ""
        terminal.progress("\(terminal.styled(mark, style)) \(title(of: cell))\(word)\(duration)")
        if let omission = record.omission {
            terminal.progress(terminal.styled("    \(OmissionText.text(omission))", .faint))
        }
        guard !isExpected else { return }
        for diagnostic in record.diagnostics where showsAllWarnings || !diagnostic.isAboutUse {
            terminal.show(diagnostic, in: chapter)
        }
        if let failure = record.failure {
            terminal.show(
                Diagnostic(severity: .error, message: failure.message, location: failure.location), in: chapter)
        }
    }
}
