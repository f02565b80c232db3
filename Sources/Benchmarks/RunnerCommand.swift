import ArgumentParser

/// How long a reader waits for the runner itself.
struct RunnerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runner",
        abstract: "Chapters from the start of nbrun to the written report, and edits under watch.")

    func run() throws {
        let bench = try RunnerBench()
        defer { bench.remove() }
        let rows = [
            ["one `print` cell, nothing cached", fixed(try bench.fresh(cells: 1, repetitions: 5), 2)],
            ["the same, cached", fixed(try bench.cached(cells: 1, repetitions: 9), 2)],
            ["150 small cells, nothing cached", fixed(try bench.fresh(cells: 150, repetitions: 1), 2)],
            ["the same, cached", fixed(try bench.cached(cells: 150, repetitions: 5), 2)],
            [
                "chapter 6 on all images, fits restored",
                fixed(try bench.restored("notebooks/ch6.md", ["epochs=1"], repetitions: 3), 2),
            ],
            ["2,000 images, 100,000 points, 10 MB of text", fixed(try bench.large(repetitions: 3), 2)],
            ["watch: the last of 20 cells edited", fixed(try bench.editedCell(), 2)],
            ["watch: a line of prose edited", fixed(try bench.editedProse(), 2)],
        ]
        print(plainTable(words: ["runner"], numbers: ["seconds"], rows))
    }
}
