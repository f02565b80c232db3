import Display

/// What is said of the command line itself.
enum UsageText {
    /// The whole help: that of running chapters, which is what nbrun does without a command, and the commands.
    static var help: String {
        let (all, running) = (NBRun.helpMessage(), RunCommand.helpMessage())
        guard let begin = running.firstRange(of: "ARGUMENTS:")?.lowerBound,
            let end = running.firstRange(of: "  -h, --help")?.lowerBound,
            let place = all.firstRange(of: "OPTIONS:\n")
        else { return all }
        return all.replacingCharacters(in: place, with: running[begin..<end])
    }

    /// The argument parser's message in the style of all others: it follows `error: ` and begins in lower case.
    ///
    ///     Error: Unexpected argument 'cleer'   →   unexpected argument 'cleer'; did you mean 'clear'?
    static func problem(_ message: String) -> String {
        let text = message.hasPrefix("Error: ") ? String(message.dropFirst("Error: ".count)) : message
        guard openings.contains(where: text.hasPrefix) else { return text }
        let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let first = lines[0].prefix(1).lowercased() + lines[0].dropFirst()
        return ([first + suggestion(for: first)] + lines.dropFirst().map(String.init)).joined(separator: "\n")
    }

    /// What the parser's own messages begin with; those of nbrun may begin with a file's name.
    private static let openings = ["Unknown option ", "Missing ", "Unexpected argument ", "The value ", "Invalid "]

    private static func suggestion(for message: String) -> String {
        guard let argument = message.firstMatch(of: /^unexpected argument '(.*)'$/)?.1 else { return "" }
        return nearestName(to: String(argument), among: CacheCommand.commandNames)
            .map { "; did you mean '\($0)'?" } ?? ""
    }
}
