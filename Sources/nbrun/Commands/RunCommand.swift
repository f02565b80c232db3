import ArgumentParser
import Sessions

/// `nbrun CHAPTER…`.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Runs chapters and writes their reports (what nbrun does without a command).")

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

    func run() throws {
        let ending = OutputLocation(arguments.output).format ?? .html
        let job = try arguments.job(
            interruption: Interruption.install(), formats: formats.isEmpty ? [ending] : formats)
        var outcomes: [ChapterOutcome] = []
        for path in arguments.chapters {
            let outcome = job.run(path)
            outcomes.append(outcome)
            if outcome.status == .interrupted { break }
        }
        if arguments.chapters.count > 1, job.formats.contains(.html) { job.writeIndex(of: outcomes) }
        throw ExitCode(outcomes.map(\.status).max()?.rawValue ?? 0)
    }
}
