import ArgumentParser
import Chapters
import Sessions

/// `nbrun CHAPTER…`.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Runs chapters and writes their reports (what nbrun does without a command).",
        usage: "nbrun <chapter> … [options]")

    @OptionGroup var arguments: RunArguments

    @Option(
        name: .customLong("to"),
        help: ArgumentHelp(
            "The report's format; give it several times for several formats (default: the ending of -o, else html).",
            valueName: "format"))
    var formats: [ReportFormat] = []

    func validate() throws {
        guard let ending = OutputLocation(arguments.output).format, !formats.isEmpty, !formats.contains(ending) else {
            return
        }
        let asked = formats.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(
            "-o '\(arguments.output)' is the name of a .\(ending.rawValue) file, but --to asks for \(asked)")
    }

    private var distinctFormats: [ReportFormat] {
        guard !formats.isEmpty else { return [OutputLocation(arguments.output).format ?? .html] }
        return formats.enumerated().filter { formats.firstIndex(of: $1) == $0 }.map(\.element)
    }

    func run() throws {
        try checkCommand()
        let job = try arguments.job(interruption: Interruption.install(), formats: distinctFormats)
        let hasIndex = arguments.chapters.count > 1 && job.formats.contains(.html)
        try arguments.checkReports(of: job, withIndex: hasIndex)
        var outcomes: [ChapterOutcome] = []
        for path in arguments.chapters {
            let outcome = job.run(path)
            outcomes.append(outcome)
            if outcome.status == .interrupted { break }
        }
        let hasFailed = hasIndex && !job.writeIndex(of: outcomes)
        let statuses = outcomes.map(\.status) + (hasFailed ? [.cannotWrite] : [])
        throw ExitCode(statuses.max()?.rawValue ?? 0)
    }
}

extension RunCommand {
    /// A mistyped command is none to the parser, which takes it for a chapter; nothing is run then, and nothing written.
    private func checkCommand() throws {
        guard let first = arguments.chapters.first, let command = ChapterFile(path: first).mistypedCommand else {
            return
        }
        throw ValidationError("there is no command '\(VisibleText.of(first))'; did you mean 'nbrun \(command)'?")
    }
}
