import Foundation
import Testing

/// What was trained once is not trained again, and nobody can tell from the report.
@Suite(.serialized) struct TrainingMemoTests {
    private var line: CommandLine

    init() throws {
        line = try CommandLine()
        line.cache = "\(line.folder.path)/cache"
    }

    /// A training with all that has a state, a second model, and fits behind the first.
    private static let cells = [
        "//| tags: [parameters]\nlet epochs = 3\nlet rate = 0.3",
        """
        let x = Tensor(randomUniform: [120, 8, 8, 1])
        let y = (Tensor(randomUniform: [120]) * 3).asType(.int32)
        func network() -> Sequential {
            let model = Sequential {
                Conv2D(filters: 8, kernelSize: 3, activation: .relu, inputShape: [8, 8, 1])
                BatchNormalization()
                Flatten()
                Dropout(rate: rate)
                Dense(units: 3, activation: .softmax)
            }
            model.compile(optimizer: .adam, loss: .sparseCategoricalCrossentropy, metrics: [.accuracy])
            return model
        }
        """,
        """
        let model = network()
        let stopping = EarlyStopping(patience: 9, verbose: 1, restoreBestWeights: true)
        let slower = ReduceLROnPlateau(patience: 1, verbose: 1)
        let log = CSVLogger(filename: "log.csv")
        let history = model.fit(
            x, y, epochs: epochs, batchSize: 16, validationSplit: 0.25, callbacks: [stopping, slower, log])
        print(history["val_loss"], stopping.bestEpoch, model.optimizer.learningRate)
        """,
        """
        let other = network()
        let flow = ImageDataGenerator(rotationRange: 10, horizontalFlip: true).flow(x, y, batchSize: 16)
        other.fit(flow, epochs: epochs, stepsPerEpoch: 5)
        model.fit(x, y, epochs: 2)
        try model.save("model.safetensors")
        try other.save("other.safetensors")
        print(model.evaluate(x, y), other.predict(x[0..<2]), flow.next().images.sum(), Tensor(randomUniform: [2]))
        """,
    ]

    private func write(_ cells: [String] = Self.cells) throws {
        try line.write(cells.map { "```swift\n\($0)\n```\n" }.joined(separator: "\n"), to: "a.md")
    }

    /// The files that a run leaves, but for the run record, which has durations.
    private func files() throws -> [Data] {
        try ["output/a.html", "log.csv", "model.safetensors", "other.safetensors"].map {
            try Data(contentsOf: line.folder.appendingPathComponent($0))
        }
    }

    /// What a run leaves that trusts no cache.
    private func straight(_ arguments: String...) throws -> [Data] {
        let run = try line.nbrun(arguments: ["a.md", "--fresh"] + arguments)
        #expect(run.status == 0 && restorations(run) == [])
        return try files()
    }

    /// What the terminal says was restored, without the time.
    private func restorations(_ run: CommandLine.Run) -> [String] {
        run.errors.split(separator: "\n").filter { $0.contains("restored") }.map {
            $0.replacing(/trained \d{4}-\d\d-\d\d \d\d:\d\d/, with: "trained then").trimmingCharacters(in: .whitespaces)
        }
    }

    @Test func aSecondRunTrainsNothingAndMoreEpochsTrainOnlyTheRest() throws {
        defer { line.remove() }
        try write()
        let (three, five) = (try straight(), try straight("-p", "epochs=5"))
        #expect(restorations(try line.nbrun("a.md")) == [])
        #expect(try files() == three)
        let all = [
            "restored 3 epochs, trained then", "restored 3 epochs, trained then", "restored 2 epochs, trained then",
        ]
        #expect(restorations(try line.nbrun("a.md")) == all)
        #expect(try files() == three)
        let longer = try line.nbrun("a.md", "-p", "epochs=5")
        #expect(restorations(longer) == Array(repeating: "restored 3 epochs, trained then; trains 2 more", count: 2))
        #expect(try files() == five)
        #expect(restorations(try line.nbrun("a.md")) == all)
        #expect(try files() == three)
    }

    @Test func anyChangeTrainsAnew() throws {
        defer { line.remove() }
        try write()
        #expect(try line.nbrun("a.md").status == 0)
        let straight = try straight("-p", "rate=0.4")
        #expect(restorations(try line.nbrun("a.md", "-p", "rate=0.4")) == [])
        #expect(try files() == straight)
    }

    @Test(arguments: [
        ["OMP_DYNAMIC": "true"], ["OMP_MAX_ACTIVE_LEVELS": "0"], ["OMP_THREAD_LIMIT": "1"],
        ["OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "2"],
    ])
    func `a restored training is that of a fresh run, whatever the environment says of threads`(
        environment: [String: String]
    ) throws {
        defer { line.remove() }
        try write()
        #expect(try line.nbrun("a.md").status == 0)
        var other = line
        other.environment = environment
        #expect(try other.nbrun("a.md").status == 0)
        let restored = try files()
        #expect(try other.nbrun("a.md", "--fresh").status == 0)
        #expect(try files() == restored)
    }

    @Test func `nothing is kept or restored while a cell rounds in another way`() throws {
        defer { line.remove() }
        let cells = Array(Self.cells.prefix(3))
        func restored(rounding direction: Int32) throws -> Int {
            let round = "import Foundation\nlet isRefused = fesetround(\(direction))"
            try write([cells[0], cells[1], round, cells[2]])
            let run = try line.nbrun("a.md")
            #expect(run.status == 0, "\(run.errors)")
            return restorations(run).count
        }
        #expect(try restored(rounding: 0) == 0)
        #expect(try restored(rounding: 0) == 1)
        for direction in [0x800, 0xC00] as [Int32] {
            for _ in 1...2 { #expect(try restored(rounding: direction) == 0) }
        }
        #expect(try restored(rounding: 0) == 1)
    }

    @Test func theRunRecordAndTheTimingsTellWhatWasRestored() throws {
        defer { line.remove() }
        try write(Array(Self.cells.prefix(3)))
        #expect(try line.nbrun("a.md").status == 0)
        #expect(try !line.read("output/a.nbrun.json").contains("restored"))
        #expect(try line.nbrun("a.md", "--timings", "-p", "epochs=4").status == 0)
        let record = try line.read("output/a.nbrun.json")
        #expect(record.contains("\"epochs\" : 3,"))
        #expect(record.contains("\"model\" : \"sequential\","))
        #expect(record.contains("\"remaining\" : 1"))
        #expect(record.contains(/"computed" : "\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"/))
        #expect(try line.read("output/a.html").contains(/[0-9.]+ s · 3 epochs restored</))
    }

    @Test func theCacheTellsOfTrainingsAndForgetsThem() throws {
        defer { line.remove() }
        try write()
        #expect(try line.nbrun("a.md").status == 0)
        #expect(try line.nbrun("cache").output.contains(/\n3 trainings and evaluations, 0\.\d MB\n/))
        #expect(try line.nbrun("cache", "clear").output.contains(/removed 3 trainings and evaluations, 0\.\d MB\n/))
        #expect(try line.nbrun("cache").output.hasSuffix("\n0 trainings and evaluations, 0.0 MB\n"))
        #expect(restorations(try line.nbrun("a.md")) == [])
    }

    @Test func aDamagedTrainingIsToldOfOnceAndMadeAgain() throws {
        defer { line.remove() }
        try write(Array(Self.cells.prefix(3)))
        #expect(try line.nbrun("a.md").status == 0)
        let report = try line.read("output/a.html")
        let folder = URL(fileURLWithPath: "\(line.folder.path)/cache/nbrun/trainings")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.count == 1)
        var data = try Data(contentsOf: folder.appendingPathComponent(names[0]))
        data[data.count / 2] ^= 1
        try data.write(to: folder.appendingPathComponent(names[0]))
        let run = try line.nbrun("a.md")
        let warning =
            "warning: what was kept is damaged, and is made again: \(names[0]): what it holds is not what was written\n"
        #expect(run.errors.contains(warning))
        #expect(restorations(run) == [])
        #expect(try line.read("output/a.html") == report)
        let again = try line.nbrun("a.md")
        #expect(!again.errors.contains("warning"))
        #expect(restorations(again) == ["restored 3 epochs, trained then"])
    }

    @Test func aRunThatWasKilledInAFitGoesOnWhereItStopped() throws {
        defer { line.remove() }
        let long = """
            let model = network()
            let many = Tensor(randomUniform: [6000, 8, 8, 1])
            let labels = (Tensor(randomUniform: [6000]) * 3).asType(.int32)
            print(model.fit(many, labels, epochs: 300, validationSplit: 0.1)["val_loss"])
            try model.save("model.safetensors")
            """
        try write(Array(Self.cells.prefix(2)) + [long])
        let killed = line.process(["a.md"])
        (killed.standardOutput, killed.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try killed.run()
        let trainings = "\(line.folder.path)/cache/nbrun/trainings"
        var reached: [String] = []
        for _ in 0..<6000 where reached.isEmpty && killed.isRunning {
            usleep(5000)
            reached = ((try? FileManager.default.contentsOfDirectory(atPath: trainings)) ?? []).filter {
                $0.hasSuffix(".reached")
            }
        }
        kill(killed.processIdentifier, SIGKILL)
        killed.waitUntilExit()
        let epoch = try #require(reached.first.flatMap { Int($0.split(separator: ".")[1]) })
        let run = try line.nbrun("a.md")
        let restored = try #require(restorations(run).first?.firstMatch(of: /restored (\d+) epoch/)?.1)
        #expect(try #require(Int(restored)) >= epoch)
        #expect(restorations(run)[0].hasSuffix("trained then; trains \(300 - Int(restored)!) more"))
        let results = ["output/a.html", "model.safetensors"]
        let resumed = try results.map { try Data(contentsOf: line.folder.appendingPathComponent($0)) }
        #expect(try line.nbrun("a.md", "--fresh").status == 0)
        #expect(try results.map { try Data(contentsOf: line.folder.appendingPathComponent($0)) } == resumed)
    }

    @Test func twoRunsAtATimeDisturbNeitherEachOtherNorTheCache() throws {
        defer { line.remove() }
        try write()
        let straight = try straight()
        let processes = ["one", "two"].map { name in
            let process = line.process(["a.md", "-o", "\(name)/"])
            (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
            return process
        }
        for process in processes { try process.run() }
        for process in processes { process.waitUntilExit() }
        for name in ["one", "two"] {
            #expect(try Data(contentsOf: line.folder.appendingPathComponent("\(name)/a.html")) == straight[0])
        }
        #expect(restorations(try line.nbrun("a.md")).count == 3)
        #expect(try files() == straight)
    }
}
