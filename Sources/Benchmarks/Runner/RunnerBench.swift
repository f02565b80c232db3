import Foundation

/// Chapters in a folder of their own, with a cache of their own, run by the nbrun beside this program.
struct RunnerBench {
    private let folder: URL
    private let program: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("nbrun-bench-\(UUID().uuidString)")
        program =
            URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent("nbrun").path
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }

    /// The best time of some runs for which nothing is cached.
    func fresh(cells: Int, repetitions: Int) throws -> Double {
        try write(chapter(cells: cells))
        return try best(of: repetitions) {
            try? FileManager.default.removeItem(at: cache)
            try run()
        }
    }

    /// The best time of some runs for which everything is.
    func cached(cells: Int, repetitions: Int) throws -> Double {
        try write(chapter(cells: cells))
        try run()
        return try best(of: repetitions) { try run() }
    }

    /// A chapter that shows much, from its start to the written report, with all cells compiled.
    func large(repetitions: Int) throws -> Double {
        try write(Self.largeChapter)
        try run()
        return try best(of: repetitions) { try run() }
    }

    /// 2,000 images in grids, 100,000 points in a line, 10 MB of text.
    private static let largeChapter = """
        ```swift
        let images = try FashionMNIST.load().train.images.prefix(2000)
        Figure.imageGrid(images.prefix(1000), rows: 25, columns: 40, colorMap: .gray)
        Figure.imageGrid(images[1000...], rows: 25, columns: 40, colorMap: .viridis)
        ```

        ```swift
        LinePlot((0..<100_000).map { Double($0 % 977) + Double($0) * 0.01 })
        ```

        ```swift
        for number in 0..<200_000 { print("line", number, "of a text that is fifty characters long") }
        ```

        """

    /// From a saved edit of the last cell to the rewritten report.
    func editedCell() throws -> Double {
        try edit("print(\"edited\")", of: chapter(cells: 20), marked: "edited")
    }

    func editedProse() throws -> Double {
        try edit("", of: "A line of prose, rewritten.\n\n" + chapter(cells: 20), marked: "rewritten")
    }

    /// A chapter whose fits an earlier run has trained; its parameters decide how long that takes.
    func restored(_ chapter: String, _ parameters: [String], repetitions: Int) throws -> Double {
        let words = [URL(fileURLWithPath: chapter).path] + parameters.flatMap { ["-p", $0] }
        try run(words)
        return try best(of: repetitions) { try run(words) }
    }

    // MARK: Steps

    private var cache: URL { folder.appendingPathComponent("cache") }
    private var report: URL { folder.appendingPathComponent("output/chapter.html") }

    private func chapter(cells: Int) -> String {
        (1...cells).map { number in
            "```swift\nlet value\(number) = \(number)\nprint(\"value\", value\(number))\n```\n"
        }.joined(separator: "\n")
    }

    private func write(_ text: String) throws {
        try text.write(to: folder.appendingPathComponent("chapter.md"), atomically: true, encoding: .utf8)
    }

    private func command(_ words: [String]) -> Subprocess {
        Subprocess([program] + words, environment: ["XDG_CACHE_HOME": cache.path], folder: folder)
    }

    private func run(_ words: [String] = ["chapter.md"]) throws {
        let result = try command(words).run()
        guard result.status == 0 else { throw MeasurementError.none(printed: result.output) }
    }

    private func best(of repetitions: Int, _ body: () throws -> Void) throws -> Double {
        try (0..<repetitions).map { _ in
            let clock = Stopwatch()
            try body()
            return clock.seconds
        }.min()!
    }

    /// The best of five saves under watch, each of them undone again.
    private func edit(_ lastCell: String, of edited: String, marked mark: String) throws -> Double {
        let original = chapter(cells: 20)
        let changed = lastCell.isEmpty ? edited : edited.replacing("print(\"value\", value20)", with: lastCell)
        try write(original)
        let watch = command(["watch", "chapter.md"]).prepared()
        try watch.run()
        defer { stop(watch) }
        try wait { $0.contains("value 20") && !$0.contains(mark) }
        return try best(of: 5) {
            try write(changed)
            try wait { $0.contains(mark) }
        } undo: {
            try write(original)
            try wait { $0.contains("value 20") && !$0.contains(mark) }
        }
    }

    private func best(of repetitions: Int, _ body: () throws -> Void, undo: () throws -> Void) throws -> Double {
        try (0..<repetitions).map { _ in
            let seconds = try best(of: 1, body)
            try undo()
            return seconds
        }.min()!
    }

    private func wait(until condition: (String) -> Bool) throws {
        for _ in 0..<10_000 {
            if condition((try? String(contentsOf: report, encoding: .utf8)) ?? "") { return }
            usleep(2000)
        }
        throw MeasurementError.none(printed: "the report was not rewritten within 20 seconds")
    }

    private func stop(_ watch: Process) {
        for _ in 0..<20 where watch.isRunning {
            watch.interrupt()
            usleep(200_000)
        }
    }
}
