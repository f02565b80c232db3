import Foundation
import Testing

@Suite("1. Killed at any write: a file is wholly the old or wholly the new one", .serialized)
struct KilledWritesTests {
    private var line: CommandLine

    init() throws {
        line = try CommandLine()
        line.cache = "\(line.folder.path)/cache"
    }

    private func text(_ number: Int, hasFigure: Bool) -> String {
        let figure = hasFigure ? "\nFigure { LinePlot([0, \(number)]) }" : ""
        return "---\ntitle: State \(number)\n---\n\n" + chapter("print(\"number \(number)\")" + figure)
    }

    /// The reports of two chapters with a figure, their run records and the index; a notebook.
    @Test(arguments: [
        (["a.md", "b.md", "--to", "html", "--to", "md"], files: 8), (["a.md", "--to", "ipynb"], files: 2),
    ])
    func reportsAndRunRecords(arguments: [String], files: Int) throws {
        defer { line.remove() }
        let write = { (number: Int) in
            try line.write(text(number, hasFigure: files > 2), to: "a.md")
            try line.write(text(number, hasFigure: false), to: "b.md")
        }
        try write(1)
        #expect(try line.nbrun(arguments: arguments).status == 0)
        let old = try line.contents(of: "output")
        try write(2)
        let faults = Faults(program: "nbrun", folder: line.folder.appendingPathComponent("output"))
        let count = try line.count(of: faults, arguments)
        #expect(count >= files * 5)
        let new = try line.contents(of: "output")
        #expect(Set(old.keys) == Set(new.keys) && old.count == files)
        for number in Faults.numbers(of: count, shortened: 6) {
            for (name, data) in old { try data.write(to: line.folder.appendingPathComponent("output/\(name)")) }
            let killed = try line.with(faults.environment(at: number)).nbrun(arguments: arguments)
            #expect(killed.status == SIGKILL, "call \(number) of \(count): \(killed.errors)")
            for (name, data) in try line.contents(of: "output") where !name.hasSuffix(".new") {
                let isRecord = name.hasSuffix(".json")
                let isWhole = isRecord ? try isRunRecord(data) : data == old[name] || data == new[name]
                #expect(isWhole, "\(name) after call \(number) of \(count)")
            }
        }
        #expect(try line.nbrun(arguments: arguments).status == 0)
        #expect(try Set(line.contents(of: "output").keys) == Set(new.keys), "leftovers are removed by the next run")
    }

    /// Durations differ from run to run.
    private func isRunRecord(_ data: Data) throws -> Bool {
        let record = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        return record?["contents"] != nil && data.last == UInt8(ascii: "\n")
    }

    @Test func cachedCells() throws {
        defer { line.remove() }
        try line.write(chapter("let x = 41", "print(\"the answer is\", x + 1)"), to: "a.md")
        let cells = line.folder.appendingPathComponent("cache/nbrun/cells")
        let faults = Faults(program: "nbrun", folder: cells)
        let count = try line.count(of: faults, ["a.md"])
        #expect(count >= 10)
        for number in Faults.numbers(of: count, shortened: 6) {
            try FileManager.default.removeItem(at: cells)
            let killed = try line.with(faults.environment(at: number)).nbrun("a.md")
            #expect(killed.status == SIGKILL, "call \(number) of \(count): \(killed.errors)")
            try? FileManager.default.removeItem(at: line.folder.appendingPathComponent("output"))
            let run = try line.nbrun("a.md")
            #expect(run.status == 0, "\(run.errors)")
            #expect(try line.read("output/a.html").contains("the answer is 42"))
            let entries = try FileManager.default.contentsOfDirectory(atPath: cells.path)
            #expect(entries.count == 2 && entries.allSatisfy { $0.hasPrefix("Cell_") }, "\(entries)")
        }
    }

    /// The session's process writes what was trained, models and figures.
    @Test func trainingsModelsAndFigures() throws {
        defer { line.remove() }
        let cell = """
            let model = Sequential { Dense(units: 2, inputShape: [3]) }
            model.compile(loss: .meanSquaredError)
            model.fit(Tensor(randomUniform: [64, 3]), Tensor(randomUniform: [64, 2]), epochs: 2)
            try model.save("out/model.safetensors")
            try Figure { LinePlot([1, 2]) }.save("out/figure.svg")
            print(model.predict(Tensor(ones: [1, 3])))
            """
        try line.write(chapter(cell), to: "a.md")
        let names = ["model.safetensors", "figure.svg"]
        for name in names { try line.write("old", to: "out/\(name)") }
        #expect(try line.nbrun("a.md", "--fresh").status == 0)
        let (new, report) = (try line.contents(of: "out"), try line.read("output/a.html"))
        for folder in ["out", "cache/nbrun/trainings"] {
            let faults = Faults(program: "nbrun-host", folder: line.folder.appendingPathComponent(folder))
            let trainings = line.folder.appendingPathComponent("cache/nbrun/trainings")
            try? FileManager.default.removeItem(at: trainings)
            let count = try line.count(of: faults, ["a.md"])
            #expect(count >= 5)
            for number in Faults.numbers(of: count, shortened: 4) {
                try? FileManager.default.removeItem(at: trainings)
                for name in names { try line.write("old", to: "out/\(name)") }
                let killed = try line.with(faults.environment(at: number)).nbrun("a.md")
                #expect(killed.status == 138, "call \(number) of \(count): \(killed.errors)")
                for (name, data) in try line.contents(of: "out") where !name.hasSuffix(".new") {
                    #expect(data == Data("old".utf8) || data == new[name], "\(name), call \(number) of \(count)")
                }
                let run = try line.nbrun("a.md")
                #expect(run.status == 0 && !run.errors.contains("damaged"), "\(run.errors)")
                #expect(try line.contents(of: "out") == new)
                #expect(try line.read("output/a.html") == report)
            }
        }
    }

    @Test(arguments: [["new", "waves"], ["convert", "n.ipynb"]])
    func newChaptersAndConvertedOnes(arguments: [String]) throws {
        defer { line.remove() }
        let notebook = """
            {"cells": [{"cell_type": "code", "execution_count": null, "id": "a", "metadata": {}, "outputs": [],
            "source": "1 + 1"}], "metadata": {"kernelspec": {"display_name": "Swift", "language": "swift",
            "name": "swift"}}, "nbformat": 4, "nbformat_minor": 5}
            """
        let made = arguments[0] == "new" ? "waves.md" : "n.md"
        try line.write(notebook, to: "n.ipynb")
        let faults = Faults(program: "nbrun", folder: line.folder)
        let count = try line.count(of: faults, arguments)
        let whole = try line.read(made)
        for number in 1...count {
            try? FileManager.default.removeItem(at: line.folder.appendingPathComponent(made))
            #expect(try line.with(faults.environment(at: number)).nbrun(arguments: arguments).status == SIGKILL)
            if line.exists(made) { #expect(try line.read(made) == whole) }
        }
        try? FileManager.default.removeItem(at: line.folder.appendingPathComponent(made))
        #expect(try line.nbrun(arguments: arguments).status == 0)
        #expect(try line.contents(of: "").keys.allSatisfy { !$0.hasSuffix(".new") })
    }
}
