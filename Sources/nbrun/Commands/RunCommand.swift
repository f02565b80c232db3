import ArgumentParser
import Sessions

/// `nbrun CHAPTER…`.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Runs chapters and writes their reports (what nbrun does without a command).")

    @OptionGroup var arguments: RunArguments

    func run() throws {
        let job = try arguments.job(interruption: Interruption.install())
        var outcomes: [ChapterOutcome] = []
        for path in arguments.chapters {
            let outcome = job.run(path)
            outcomes.append(outcome)
            if outcome.status == .interrupted { break }
        }
        if arguments.chapters.count > 1 { job.writeIndex(of: outcomes) }
        throw ExitCode(outcomes.map(\.status).max()?.rawValue ?? 0)
    }
}
