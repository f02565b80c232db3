import Foundation
import Testing

/// What is on the disk may be damaged, or somebody's who means harm: it is noticed, named, and made again where it can be.
@Suite("10. Damaged and forged caches, trainings, models, data sets, notebooks, run records")
struct DamagedFilesTests {
    private var line: CommandLine

    init() throws {
        line = try CommandLine()
        line.cache = "\(line.folder.path)/cache"
    }

    @Test(arguments: Damage.allCases)
    func aDamagedCellIsNamedAndCompiledAgain(damage: Damage) throws {
        defer { line.remove() }
        try line.write(chapter("let x = 41", "x + 1"), to: "a.md")
        #expect(try line.nbrun("a.md").status == 0)
        let report = try line.read("output/a.html")
        try damage.apply(to: try line.kept("cells").map { $0.appendingPathComponent("library") })
        let run = try line.nbrun("a.md")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("warning: a compiled cell that was kept is damaged, and was compiled again: Cell_"))
        #expect(try line.read("output/a.html") == report)
        #expect(!(try line.nbrun("a.md").errors.contains("warning")))
    }

    @Test(arguments: Damage.allCases)
    func aDamagedTrainingIsNamedAndTrainedAgain(damage: Damage) throws {
        defer { line.remove() }
        let source = """
            let x = Tensor(randomUniform: [32, 4])
            let model = Sequential { Dense(units: 2, activation: .softmax, inputShape: [4]) }
            model.compile(optimizer: .adam, loss: .sparseCategoricalCrossentropy)
            let labels = (Tensor(randomUniform: [32]) * 2).asType(.int32)
            print(model.fit(x, labels, epochs: 2)["loss"], model.fit(x, labels, epochs: 3)["loss"])
            """
        try line.write(chapter(source), to: "a.md")
        #expect(try line.nbrun("a.md").status == 0)
        let report = try line.read("output/a.html")
        try damage.apply(to: try line.kept("trainings"))
        let run = try line.nbrun("a.md")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("warning: what was kept is damaged, and is made again: "))
        #expect(try line.read("output/a.html") == report)
        #expect(!(try line.nbrun("a.md").errors.contains("warning")))
    }

    @Test(arguments: Damage.allCases)
    func aDamagedDataSetIsNamed(damage: Damage) throws {
        defer { line.remove() }
        var line = line
        let package = "/usr/share/datasets/fashion-mnist"
        let folder = line.folder.appendingPathComponent("data")
        let files = FileManager.default
        try files.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in try files.contentsOfDirectory(atPath: package) where name.hasSuffix(".gz") {
            try files.copyItem(atPath: "\(package)/\(name)", toPath: "\(folder.path)/\(name)")
        }
        try damage.apply(to: ["t10k", "train"].map { folder.appendingPathComponent("\($0)-labels-idx1-ubyte.gz") })
        line.environment = ["FASHION_MNIST_FOLDER": folder.path]
        try line.write(chapter("let (train, _) = try FashionMNIST.load()", "print(\"later\")"), to: "a.md")
        let run = try line.nbrun("a.md")
        #expect(run.status == 1)
        #expect(run.errors.contains("\(folder.path)/train-labels-idx1-ubyte.gz"), "\(run.errors)")
        #expect(!(try line.read("output/a.nbrun.json").contains("later\\n")))
    }

    @Test func labelsOfAnotherContentAreNotTakenForTheDataSet() throws {
        defer { line.remove() }
        var line = line
        let script = """
            mkdir data && cp /usr/share/datasets/fashion-mnist/*.gz data && cd data && f=t10k-labels-idx1-ubyte
            gunzip $f.gz && printf '\\012' | dd of=$f bs=1 seek=99 conv=notrunc 2>/dev/null && gzip $f
            """
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-ec", script]
        shell.currentDirectoryURL = line.folder
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 0)
        line.environment = ["FASHION_MNIST_FOLDER": "data"]
        try line.write(chapter("let data = try FashionMNIST.load()"), to: "a.md")
        let run = try line.nbrun("a.md")
        #expect(run.status == 1)
        #expect(run.errors.contains("data/t10k-labels-idx1-ubyte.gz: "), "\(run.errors)")
        #expect(run.errors.contains("3d0e6c6ea990b53b6f8f500a41cac93881d981b315f84578b7d915342ade01e9"))
    }

    private static let model = """
        let model = Sequential {
            Conv2D(filters: 4, kernelSize: 3, inputShape: [8, 8, 1])
            Flatten()
            Dense(units: 2)
        }
        try model.save("model.safetensors")
        """

    @Test(arguments: [
        ("[3, 3]", "[30, 30]", "layer conv2d: expected images of at least 30 × 30 pixels, but received (8, 8, 1)"),
        (
            #"\"units\": 2"#, #"\"units\": -1"#,
            "layer dense: units must be a whole number from 1 to 1048576, but is -1"
        ),
        (
            #"\"units\": 2"#, #"\"units\": 1e18"#,
            "layer dense: units must be a whole number from 1 to 1048576, but is 1e+18"
        ),
        (
            #"\"units\": 2"#, #"\"units\": 200"#,
            "the tensor \"dense/kernel\" must have the shape (144, 200), but has (144, 2)"
        ),
        ("Flatten", "Flutter", "layer flatten: kind must be a layer's kind, but is \"Flutter\""),
        (#"\"format\": 1"#, "[", "metadata: architecture must be JSON, but is something else"),
        ("\"F32\"", "\"Q99\"", "tensor \"conv2d/kernel\" has elements of type Q99, but only F64"),
    ])
    func aForgedModelIsRefusedWhereItIsWrong(text: String, forged: String, expected: String) throws {
        defer { line.remove() }
        try line.write(chapter(Self.model), to: "a.md")
        #expect(try line.nbrun("a.md").status == 0)
        let path = line.folder.appendingPathComponent("model.safetensors")
        var file = ModelBytes(try Data(contentsOf: path))
        #expect(file.header.contains(text))
        file.header = file.header.replacingOccurrences(of: text, with: forged)
        try file.data.write(to: path)
        let cells = chapter(
            "print(\"before\")\nlet model = try Sequential.load(\"model.safetensors\")", "print(\"later\")")
        try line.write(cells, to: "b.md")
        let run = try line.nbrun("b.md")
        #expect(run.status == 1)
        #expect(run.errors.contains("error: ModelFileError: model.safetensors: \(expected)"), "\(run.errors)")
        #expect(try line.read("output/b.nbrun.json").contains("before"))
        #expect(!(try line.read("output/b.nbrun.json").contains("later\\n")))
    }

    @Test(arguments: [Data(), Data("{\"cells\": [{\"cell_type\"".utf8), Data([0x7F, 0xFF, 0, 0x80])])
    func aDamagedNotebookIsNoChapter(bytes: Data) throws {
        defer { line.remove() }
        try bytes.write(to: line.folder.appendingPathComponent("a.ipynb"))
        let run = try line.nbrun("convert", "a.ipynb")
        #expect(run.status == 64)
        #expect(
            run.errors.hasPrefix("error: a.ipynb:1:") && run.errors.contains(": this is not JSON: "), "\(run.errors)")
        #expect(!line.exists("a.md"))
    }

    @Test(arguments: Damage.allCases)
    func aDamagedRunRecordVouchesForNothing(damage: Damage) throws {
        defer { line.remove() }
        try line.write(chapter("1 + 1"), to: "a.md")
        try line.write(chapter("2 + 2"), to: "b.md")
        #expect(try line.nbrun("a.md", "b.md").status == 0)
        try damage.apply(
            to: ["a.nbrun.json", "b.nbrun.json"].map { line.folder.appendingPathComponent("output/\($0)") })
        #expect(try line.nbrun("check", "a.md").status == 1)
        #expect(try line.nbrun("a.md", "--explain").status == 0)
        #expect(try line.nbrun("check", "a.md").status == 0)
    }
}

/// What can become of files.
enum Damage: CaseIterable {
    case oneBit, cutOff, emptied, exchanged

    /// Does it to each of the files; exchanges them with one another.
    func apply(to files: [URL]) throws {
        let contents = try files.map { try Data(contentsOf: $0) }
        for (index, file) in files.enumerated() {
            var data = contents[index]
            switch self {
            case .oneBit: data[data.count / 2] ^= 1
            case .cutOff: data = data.prefix(data.count / 2)
            case .emptied: data = Data()
            case .exchanged: data = contents[(index + 1) % contents.count]
            }
            try data.write(to: file)
        }
    }
}

/// A safetensors file whose header can be replaced.
private struct ModelBytes {
    var header: String
    private let tensors: Data

    init(_ data: Data) {
        let length = data.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
        header = String(decoding: data[8..<8 + length], as: UTF8.self)
        tensors = data[(8 + length)...]
    }

    var data: Data {
        let length = UInt64(header.utf8.count)
        return Data((0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }) + Data(header.utf8) + tensors
    }
}

extension CommandLine {
    /// What the cache of its own keeps of a kind.
    fileprivate func kept(_ kind: String) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: URL(fileURLWithPath: "\(cache!)/nbrun/\(kind)"), includingPropertiesForKeys: nil)
    }
}
