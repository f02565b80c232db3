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
            print(CellCache.standard.usage.text)
        }
    }

    struct Clear: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Empties the cache.")

        func run() {
            print("removed \(CellCache.standard.clear().text)")
        }
    }
}

extension CellCache.Usage {
    fileprivate var text: String {
        let size = "\(NumberText.fixed(Double(bytes) / 1_000_000, decimals: 1)) MB"
        return "\(entries) compiled \(entries == 1 ? "cell" : "cells"), \(size)"
    }
}
