import ArgumentParser

/// `nbrun doctor`: what a run stands on, and what is wrong with it.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract:
            "Shows the compiler, libraries, folders and machine that chapters run on, and what is wrong with them.",
        discussion: "EXIT STATUS: 0 nothing is wrong; 1 something is, and a line says what to do.")

    func run() throws {
        let terminal = Terminal(isQuiet: false, allowsColor: true)
        let findings = Examination(version: NBRun.configuration.version).findings
        let width = findings.map(\.subject.count).max() ?? 0
        for finding in findings {
            let subject = finding.subject + String(repeating: " ", count: width - finding.subject.count)
            print("\(finding.remedy == nil ? "✓" : "✗") \(subject)  \(finding.text)")
        }
        let remedies = findings.compactMap(\.remedy)
        for remedy in remedies { terminal.error(remedy) }
        if !remedies.isEmpty { throw ExitCode.failure }
    }
}
