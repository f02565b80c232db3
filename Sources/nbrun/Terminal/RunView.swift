import Chapters
import Display
import Foundation
import Sessions

/// Shows a run at the terminal: a line a cell, a bar for a training, a frame for what went wrong.
final class RunView {
    /// What is shown beside the usual.
    struct Options {
        /// Warnings of what is never used or changed, too.
        var allWarnings = false
        /// What cells print, while they run.
        var printedText = false
        /// Where the time of training steps went.
        var profiles = false
    }

    private let chapter: Chapter
    private let terminal: Terminal
    private let options: Options
    private var epochsShown = 0
    private var remarksShown = 0
    /// Where the training stands that is under way, if one is.
    private var training: TrainingProgress?
    private var printed = PrintedLines()
    private var hasToldOfProfile = false
    private var notRunCount = 0

    init(chapter: Chapter, terminal: Terminal, options: Options) {
        self.chapter = chapter
        self.terminal = terminal
        self.options = options
    }

    func show(_ notice: RunNotice) {
        switch notice {
        case .started(let cell):
            (epochsShown, remarksShown) = (0, 0)
            training = nil
            showRunning(cell, seconds: 0)
        case .running(let cell, let seconds):
            if training == nil { showRunning(cell, seconds: seconds) }
        case .event(let cell, let event):
            show(event, of: cell)
        case .printed(_, let stream, let bytes):
            if options.printedText { show(printed: printed.take(bytes, from: stream)) }
        case .finished(let cell, let record):
            show(printed: printed.finish())
            finish(cell, record)
        case .runningAgain(let cells, let next, let loss):
            terminal.note(RepetitionText.text(cells, before: next, loss))
        case .goingFurtherBack(let cells, let obstacle, let holder):
            terminal.note(RepetitionText.text(cells, obstacle, of: holder))
        case .compiled, .kept:
            break
        }
    }

    private func show(_ event: Event, of cell: Cell) {
        switch event {
        case .progress(let progress):
            training = progress
            let title = CellTitle(of: cell, in: chapter)
            terminal.live("\(ProgressLine.text(progress, title: title, width: terminal.liveWidth))")
        case .display(_, .training(let log)), .update(_, .training(let log)):
            if log.epochs.last?.number == log.plannedEpochs { training = nil }
            tellOfProfile()
            showNewEpochs(of: log)
        case .display(_, .table(let table)) where options.profiles && table.isProfile:
            terminal.note(ProfileLines.lines(table, width: terminal.textWidth))
        case .restored(let restoration):
            terminal.note(RestorationText.text(restoration))
        case .warning(let message):
            terminal.clearLive()
            terminal.warn(message)
        case .display, .update, .stop:
            break
        }
    }

    /// Each epoch once, when it is done: a log file wants to show how far a training came.
    private func showNewEpochs(of log: TrainingLog) {
        if log.epochs.count < epochsShown { (epochsShown, remarksShown) = (0, 0) }
        for epoch in log.epochs.dropFirst(epochsShown) {
            let head = "    Epoch \(epoch.number)/\(log.plannedEpochs) - "
            let metrics = epoch.metrics.map(\.plainText)
            terminal.note(WrappedText.lines(head, metrics, separator: " - ", width: terminal.textWidth))
        }
        epochsShown = log.epochs.count
        let remarks = log.epochs.flatMap(\.remarks)
        remarks.dropFirst(remarksShown).forEach(terminal.note)
        remarksShown = remarks.count
    }

    /// Once, when the first training begins.
    private func tellOfProfile() {
        guard options.profiles, !hasToldOfProfile else { return }
        hasToldOfProfile = true
        terminal.note("--profile measures steps, so fits are trained anew: kept trainings are set aside")
    }

    private func show(printed lines: [String]) {
        guard !lines.isEmpty else { return }
        terminal.clearLive()
        for line in lines { terminal.progress("\(terminal.styled("    │", .faint)) \(line)") }
    }

    private func showRunning(_ cell: Cell, seconds: Double) {
        let elapsed = seconds < 1 ? "" : "  \(Int(seconds)) s"
        let mark = "▸ "
        let title = CellTitle(of: cell, in: chapter)
            .fitting(terminal.liveWidth, beside: mark.columns + elapsed.columns)
        terminal.live("\(terminal.styled(mark, .accent))\(title)\(terminal.styled(elapsed, .faint))")
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
            cell.options.error && record.status == .failed && record.failure?.kind.endsTheRun != true
        let (mark, style, word): (String, Terminal.Style, String) =
            switch record.status {
            case .succeeded: ("✓", .success, "")
            case .failed where isExpected: ("✓", .success, " failed, as it should")
            case .notEvaluated, .notRun: ("–", .faint, " \(record.status.rawValue)")
            case .failed, .interrupted, .timedOut: ("✗", .failure, " \(record.status.rawValue)")
            }
        let duration: TerminalLine =
            record.duration.map { " \(terminal.styled(DurationText.text($0), .faint))" } ?? ""
        let title = CellTitle(of: cell, in: chapter)
        let taken = "✓ \(word) ".columns + (record.duration.map(DurationText.text) ?? "").columns
        let name = terminal.textWidth.map { title.fitting($0, beside: taken) } ?? title.full
        terminal.progress("\(terminal.styled(mark, style)) \(name)\(word)\(duration)")
        if let omission = record.omission {
            terminal.note(OmissionText.text(omission))
        }
        if [.interrupted, .timedOut].contains(record.status), let epochs = training?.keptEpochs {
            terminal.note(KeptEpochsText.text(epochs))
        }
        guard !isExpected else { return }
        for diagnostic in record.diagnostics where options.allWarnings || !diagnostic.isAboutUse {
            terminal.show(diagnostic, in: chapter)
        }
        if let failure = record.failure {
            terminal.show(
                Diagnostic(severity: .error, message: failure.message, location: failure.location), in: chapter)
        }
    }
}
