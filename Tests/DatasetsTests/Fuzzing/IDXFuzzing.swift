import Fuzzing
import Testing

@testable import Datasets

@Suite("11. Fuzzing: IDX files")
struct IDXFuzzing {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `a file is refused, or gives as many elements as it has`() throws {
        let seeds = [IDXBytes(sizes: [2, 3, 4], count: 24).content, IDXBytes(sizes: [5], count: 5).content]
        let fuzzing = Fuzzing("IDX", inputs: 500, Mutator(corpus: seeds))
        let findings = try fuzzing.findings { input in
            let path = try folder.write(IDXBytes(content: input).gzipped, as: "file.gz")
            guard let tensor = try? IDXFile(path: path).read() else { return nil }
            return tensor.shape.count == input.count - 4 - 4 * tensor.shape.rank ? nil : "the shape is \(tensor.shape)"
        }
        #expect(findings == [])
    }

    @Test func `a damaged archive is refused, or was damaged where nothing stands`() throws {
        let seeds = [IDXBytes(sizes: [2, 3, 4], count: 24).gzipped]
        let fuzzing = Fuzzing("gzip", inputs: 300, Mutator(corpus: seeds))
        let findings = try fuzzing.findings { input in
            let path = try folder.write(input, as: "file.gz")
            guard let tensor = try? IDXFile(path: path).read() else { return nil }
            return tensor.shape == [2, 3, 4] ? nil : "the shape is \(tensor.shape)"
        }
        #expect(findings == [])
    }
}
