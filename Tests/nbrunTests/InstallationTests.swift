import Foundation
import Testing

/// What `make install` puts into a folder is all that nbrun needs.
@Suite struct InstallationTests {
    @Test func anInstalledNbrunRunsAChapterWithANetworkAndAFigure() throws {
        let line = try CommandLine()
        defer { line.remove() }
        try make("install-built", "PREFIX=\(line.folder.path)/usr")
        try line.write(
            chapter(
                """
                let x = Tensor(randomUniform: [64, 2])
                let y = (x[0..., 0] .> x[0..., 1])
                let model = Sequential {
                    Dense(units: 4, activation: .relu, inputShape: [2])
                    Dense(units: 2, activation: .softmax)
                }
                model.compile(optimizer: Adam(), loss: .sparseCategoricalCrossentropy, metrics: [.accuracy])
                let history = model.fit(x, y, epochs: 2)
                """, "Figure { Axes { LinePlot(history[\"loss\"]) } }"), to: "a.md")
        let installed = line.folder.appendingPathComponent("usr/bin/nbrun")
        let run = try line.nbrun("a.md", program: installed)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try line.read("output/a.html").contains("<svg"))
        #expect(try filesOpened(by: installed, in: line).allSatisfy { !$0.hasPrefix(CommandLine.repository.path) })
    }

    /// The files that the session's process has mapped while a cell runs.
    private func filesOpened(by program: URL, in line: CommandLine) throws -> [String] {
        try line.write(
            chapter("import Foundation\nprint(try! String(contentsOfFile: \"/proc/self/maps\", encoding: .utf8))"),
            to: "maps.md")
        _ = try line.nbrun("maps.md", program: program)
        return try line.read("output/maps.html").split(separator: "\n").compactMap { entry in
            entry.split(separator: " ").last.map(String.init)
        }.filter { $0.hasPrefix("/") }
    }

    private func make(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/make")
        process.arguments = ["-s", "-C", CommandLine.repository.path] + arguments
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
