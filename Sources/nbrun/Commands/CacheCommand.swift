import ArgumentParser
import Display
import Sessions

/// `nbrun cache`: what is kept between runs.
struct CacheCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cache", abstract: "Shows what is kept between runs, or empties it.",
        subcommands: [Show.self, Clear.self], defaultSubcommand: Show.self)

    /// In the order of the subcommands.
    static let commandNames = ["show", "clear"]

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows the place and the size of the cache.")

        func run() {
            print(CacheFolder.path)
            print(CellCache.standard.usage.text("compiled cell", "compiled cells"))
            print(TrainingCache.standard.usage.text("training or evaluation", "trainings and evaluations"))
        }
    }

    struct Clear: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Empties the cache.")

        func run() {
            let (cells, trainings) = (CellCache.standard.clear(), TrainingCache.standard.clear())
            print("removed \(cells.text("compiled cell", "compiled cells"))")
            print("removed \(trainings.text("training or evaluation", "trainings and evaluations"))")
        }
    }
}

extension CacheUsage {
    /// `2 compiled cells, 0.1 MB`.
    fileprivate func text(_ one: String, _ many: String) -> String {
        let size = "\(NumberText.fixed(Double(bytes) / 1_000_000, decimals: 1)) MB"
        return "\(entries) \(entries == 1 ? one : many), \(size)"
    }
}
