import ArgumentParser
import Chapters
import Foundation
import Sessions

/// The command line: `nbrun CHAPTER…` runs chapters and writes their reports.
@main
struct NBRun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nbrun",
        abstract: "Runs the Swift cells of Markdown chapters and weaves what they give into reports.",
        usage: "nbrun <chapter> … [-p NAME=VALUE …] [-f FILE.yaml] [-o PATH] [--to FORMAT] [options]",
        discussion: """
            EXIT STATUS: 0 all cells ran; 1 a cell failed (the report is written all the same); 64 wrong usage; \
            66 no such chapter; 73 the report cannot be written; 124 a timeout; 130 interrupted; 138 the session died.
            """,
        version: "0.1.0",
        subcommands: [
            RunCommand.self, CheckCommand.self, WatchCommand.self, NewCommand.self, ConvertCommand.self,
            CacheCommand.self, DoctorCommand.self,
        ],
        defaultSubcommand: RunCommand.self)

    static var commandNames: [String] { configuration.subcommands.compactMap { $0.configuration.commandName } }

    static func main() {
        TerminalDescriptor.prepare()
        Orphans.adopt()
        let arguments = Array(Swift.CommandLine.arguments.dropFirst())
        do {
            if let path = dashedChapter(in: arguments) {
                throw ValidationError("'\(VisibleText.of(path))' is read as options; write './\(VisibleText.of(path))'")
            }
            try run(parseAsRoot(arguments))
        } catch {
            end(with: error, colored: !arguments.contains("--no-color"))
        }
    }

    private static func run(_ command: some ParsableCommand) throws {
        var command = command
        try command.run()
    }

    /// Ends the program with what is to be said of an error; to ask for help is one, too.
    private static func end(with error: any Error, colored: Bool) -> Never {
        let (code, text) = (exitCode(for: error), fullMessage(for: error))
        if text.isEmpty { Foundation.exit(code.rawValue) }
        if code.isSuccess {
            print(text == helpMessage() ? UsageText.help : text)
        } else {
            Terminal(isQuiet: false, allowsColor: colored).error(UsageText.problem(text))
        }
        Foundation.exit(code.rawValue)
    }

    /// A chapter whose name begins with a dash: its letters would be taken for options, `h` among them for help.
    static func dashedChapter(in arguments: [String]) -> String? {
        arguments.prefix { $0 != "--" }.first {
            $0.hasPrefix("-") && $0.hasSuffix(".md") && !$0.contains("=")
        }
    }
}
