import ArgumentParser
import Display
import Sessions

/// `nbrun cache`: what is kept between runs.
struct CacheCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cache", abstract: "Shows what is kept between runs, or empties it.",
        subcommands: [Show.self, Clear.self], defaultSubcommand: Show.self)

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows the place and the size of the cache.")

        func run() {
            print(CacheFolder.path)
            print(CellCache.standard.usage.text("compiled cell"))
            print(TrainingCache.standard.usage.text("training"))
        }
    }

    struct Clear: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Empties the cache.")

        func run() {
            print("removed \(CellCache.standard.clear().text("compiled cell"))")
            print("removed \(TrainingCache.standard.clear().text("training"))")
        }
    }
}

extension CacheUsage {
    /// `2 trainings, 126.0 MB`.
    fileprivate func text(_ entry: String) -> String {
        let size = "\(NumberText.fixed(Double(bytes) / 1_000_000, decimals: 1)) MB"
        return "\(entries) \(entry)\(entries == 1 ? "" : "s"), \(size)"
    }
}
