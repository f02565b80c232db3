import ArgumentParser

/// Measures nbrun: its engine beside those of Keras and PyTorch, and its runner.
@main struct Benchmarks: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures nbrun beside Keras and PyTorch, on the networks of chapter 6 and the real data.",
        subcommands: [CompareCommand.self, RunnerCommand.self, TrainCommand.self, MeasureCommand.self],
        defaultSubcommand: CompareCommand.self)
}
