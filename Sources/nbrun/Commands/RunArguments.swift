import ArgumentParser
import Chapters
import Glibc
import Sessions

/// What running a chapter once and running it at every save have in common.
struct RunArguments: ParsableArguments {
    // That there must be one is told when they run: the parser would tell it before an option that it does not know.
    @Argument(help: ArgumentHelp("The chapters to run, Markdown files.", valueName: "chapter"))
    var chapters: [String] = []

    @Option(
        name: [.customShort("p"), .customLong("parameter")],
        help: ArgumentHelp("Set a parameter of the parameters cell.", valueName: "name=value"))
    var parameters: [ParameterArgument] = []

    @Option(
        name: [.customShort("f"), .customLong("parameters-file")],
        help: ArgumentHelp("Set parameters from a YAML file.", valueName: "file"))
    var parametersFile: String?

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("A file or a folder for the report.", valueName: "path"))
    var output: String = "output/"

    @Flag(help: "Use and trust no cache.")
    var fresh = false

    @Flag(help: "After a failed cell go on with the rest.")
    var keepGoing = false

    @Option(help: ArgumentHelp("Seconds that each cell may take.", valueName: "seconds"))
    var timeout: Double?

    @Option(
        help: ArgumentHelp(
            "The memory that kept states of the session may take, such as 2G; beyond it the oldest are given up, which "
                + "costs time, never a result.", valueName: "size"))
    var memory = MemorySize.halfOfMachine

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Show the commands that are run, and keep the files that they name.")
    var verbose = false

    @Flag(help: "Use no colours at the terminal.")
    var noColor = false

    @Flag(help: "Write each cell's duration into the report.")
    var timings = false

    @Flag(help: "Show all warnings of the compiler, and write them into the report.")
    var warnings = false

    @Flag(help: "Show what cells print while they run.")
    var showOutput = false

    @Flag(help: "After each fit, show where the time of a training step went.")
    var profile = false

    @Flag(help: "Say of each cell whether its compiled form was reused, and if not, what changed since the last run.")
    var explain = false

    @Flag(help: "Embed images from outside of the chapter's folder, too.")
    var allowOutside = false

    @Flag(help: "Replace files that nbrun did not write, or that were changed since.")
    var force = false

    func validate() throws {
        if let timeout, !(timeout > 0) {
            throw ValidationError("--timeout must be a number of seconds above 0, but is \(timeout)")
        }
        let location = OutputLocation(output)
        if !location.isFolder, location.format == nil {
            throw ValidationError(
                "-o '\(output)' is a file that is no report; name a folder, or a file that ends in .html, .ipynb or .md"
            )
        }
        if chapters.count > 1, !location.isFolder {
            throw ValidationError("-o must be a folder when several chapters are run, but is '\(output)'")
        }
    }

    /// Finds out before anything runs what keeps the reports of several chapters from being written; a single chapter is
    /// looked at when it is read.
    ///
    /// - Throws: `ExitCode`, with everything told.
    func checkReports(of job: ChapterJob, withIndex: Bool) throws {
        guard chapters.count > 1 else { return }
        let collisions = job.collisions(of: chapters, withIndex: withIndex)
        collisions.all.forEach { job.terminal.error("\($0)") }
        if !collisions.all.isEmpty { throw ExitCode(collisions.status.rawValue) }
    }

    /// The job that these arguments describe.
    ///
    /// - Throws: `ExitCode` for what is no chapter by its name, a file of parameters that cannot be read, and too low a limit of
    ///   descriptors; it is told.
    func job(interruption: Int32, formats: [ReportFormat] = [.html]) throws -> ChapterJob {
        guard !chapters.isEmpty else { throw ValidationError("name a chapter, as in: nbrun notebooks/ch6.md") }
        let terminal = Terminal(isQuiet: quiet, allowsColor: !noColor)
        if let problem = DescriptorLimit.problem {
            terminal.error("\(problem)")
            throw ExitCode(RunStatus.sessionDied.rawValue)
        }
        try checkKinds(terminal)
        let settings = try settings(terminal)
        if verbose { CommandTrace.listen(terminal.command) }
        if let problem = TemporaryFolder.abandonIfUnusable() {
            terminal.warn("\(TemporaryFolder.path) is used for temporary files: \(problem)")
        }
        let usesCache = !fresh && canKeep(terminal)
        if usesCache { TrainingCache.standard.offer() } else { TrainingCache.offerNone() }
        // The engine reads it in the session's process.
        if profile { setenv("NBRUN_PROFILE", "1", 1) }
        FolderVariables.makeAbsolute()
        return ChapterJob(
            settings: settings, location: OutputLocation(output), formats: formats, keepGoing: keepGoing,
            timeout: timeout, memoryLimit: memory.bytes, showsTimings: timings, showsWarnings: warnings,
            shown: RunView.Options(allWarnings: warnings, printedText: showOutput, profiles: profile),
            usesCache: usesCache, explains: explain, allowsOutside: allowOutside, isForced: force,
            isOfOneChapter: chapters.count == 1, terminal: terminal, interruption: interruption)
    }

    private func checkKinds(_ terminal: Terminal) throws {
        let others = chapters.compactMap { ChapterFile(path: $0).wrongKind }
        others.forEach { terminal.error("\($0)") }
        if !others.isEmpty { throw ExitCode(RunStatus.wrongUsage.rawValue) }
    }

    private func settings(_ terminal: Terminal) throws -> [ParameterArgument] {
        do throws(ParameterProblem) {
            return try (parametersFile.map(ParameterFile.read) ?? []) + parameters
        } catch {
            terminal.error("\(error)")
            throw ExitCode(RunStatus.wrongUsage.rawValue)
        }
    }

    /// Whether there is a folder to keep things in between runs; that there is none is told, and costs only time.
    private func canKeep(_ terminal: Terminal) -> Bool {
        guard let problem = CacheFolder.problem else { return true }
        terminal.warn("nothing is kept between runs: \(problem)")
        return false
    }
}
