import ArgumentParser
import Chapters
import Sessions

/// `nbrun check CHAPTER…`: whether the reports on the disk belong to the chapters as they are now.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tells whether the reports on the disk belong to the chapters as they are now. Runs nothing.",
        usage: "nbrun check <chapter> … [options]",
        discussion: """
            A chapter, its parameters, the files that its cells name and its images are compared with what the run record \
            beside the report says, and the report with what the run wrote. What differs is said, one line each.

            EXIT STATUS: 0 the reports belong to the chapters; 1 one does not, or its run failed or was interrupted; \
            64 wrong usage; 66 no such chapter.
            """)

    @Argument(help: ArgumentHelp("The chapters whose reports are looked at.", valueName: "chapter"))
    var chapters: [String] = []

    @Option(name: [.customShort("p"), .customLong("parameter")], help: "A parameter that the report should be of.")
    var parameters: [ParameterArgument] = []

    @Option(name: [.customShort("f"), .customLong("parameters-file")], help: "Such parameters, in a YAML file.")
    var parametersFile: String?

    @Option(name: [.customShort("o"), .customLong("output")], help: "The report, or the folder that it is in.")
    var output: String = "output/"

    @Flag(help: "Look at images from outside of the chapter's folder, too.")
    var allowOutside = false

    func run() throws {
        guard !chapters.isEmpty else { throw ValidationError("name a chapter, as in: nbrun check notebooks/ch6.md") }
        let terminal = Terminal(isQuiet: false, allowsColor: true)
        let statuses = chapters.map { check($0, terminal) }
        throw ExitCode(statuses.max()?.rawValue ?? 0)
    }

    private func check(_ path: String, _ terminal: Terminal) -> RunStatus {
        do {
            let read = try ChapterFile(path: path, allowsOutside: allowOutside).read { _ in }
            let arguments = try (parametersFile.map(ParameterFile.read) ?? []) + parameters
            let check = ReportCheck(
                location: OutputLocation(output), chapter: read.chapter, contents: read.fingerprint,
                settings: try ParameterSetting.resolve(arguments, in: read.chapter).map(\.injected))
            let findings = check.findings
            findings.forEach { terminal.result($0.description) }
            if findings.isEmpty { terminal.result("\(path): its reports are those of its text as it is now") }
            return findings.isEmpty ? .succeeded : .cellFailed
        } catch let error as ChapterFile.Unreadable {
            terminal.error("\(error)")
            return .noChapter
        } catch let error as ChapterError {
            error.diagnostics.forEach { terminal.show($0, in: error.chapter) }
            return .wrongUsage
        } catch {
            terminal.error("\(error)")
            return .wrongUsage
        }
    }
}
