import Glibc
import Tensors
import Testing

@testable import Datasets

@Suite struct IDXFileTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func error(reading bytes: [UInt8]) throws -> DatasetError? {
        let path = try folder.write(bytes, as: "file.gz")
        return #expect(throws: DatasetError.self) { try IDXFile(path: path).read() }
    }

    private var path: String { "\(folder.path)/file.gz" }

    @Test func `the elements come in the file's order and shape`() throws {
        let path = try folder.write(IDXBytes(sizes: [2, 3, 4], count: 24).gzipped, as: "file.gz")
        let tensor = try IDXFile(path: path).read()
        #expect(tensor.shape == [2, 3, 4])
        #expect(tensor.withFloats { Array($0) } == (0..<24).map(Float.init))
    }

    @Test func `an empty set is a set`() throws {
        let path = try folder.write(IDXBytes(sizes: [0, 28, 28], count: 0).gzipped, as: "file.gz")
        #expect(try IDXFile(path: path).read().shape == [0, 28, 28])
    }

    @Test func `a truncated file says how much of the content there is`() throws {
        let gzipped = IDXBytes(sizes: [100, 28], count: 2800).gzipped
        guard case .damagedCompression(_, let offset) = try error(reading: gzipped.dropLast(20)) else {
            Issue.record("not told as damaged")
            return
        }
        #expect(offset < 2812)
    }

    @Test func `every cut and every flipped bit of a file gives an error or the whole, never a crash`() throws {
        let gzipped = IDXBytes(sizes: [4, 10], count: 40).gzipped
        for count in 0..<gzipped.count {
            _ = try error(reading: Array(gzipped.prefix(count)))
        }
        for bit in 0..<8 * gzipped.count {
            var bytes = gzipped
            bytes[bit / 8] ^= 1 << (bit % 8)
            let path = try folder.write(bytes, as: "file.gz")
            // The gzip header's time and system, and the bits that fill up the last compressed byte, mean nothing.
            if let tensor = try? IDXFile(path: path).read() {
                #expect((3..<10).contains(bit / 8) || bit / 8 == gzipped.count - 9)
                #expect(tensor.withFloats { Array($0) } == (0..<40).map(Float.init))
            }
        }
    }

    @Test func `content shorter than its header says is damaged`() throws {
        let bytes = IDXBytes(sizes: [10], count: 9).gzipped
        #expect(try error(reading: bytes) == .damagedCompression(path: path, offset: 17))
    }

    @Test func `content longer than its header says is refused where it goes on`() throws {
        let bytes = IDXBytes(sizes: [10], count: 11).gzipped
        #expect(try error(reading: bytes) == .trailingBytes(path: path, offset: 18))
    }

    @Test func `bytes after the gzip member are refused`() throws {
        let bytes = IDXBytes(sizes: [10], count: 10).gzipped + [0]
        #expect(try error(reading: bytes) == .trailingBytes(path: path, offset: 18))
    }

    @Test func `a forged header asks for no memory`() throws {
        let huge = IDXBytes(sizes: [.max, 28, 28], count: 100).gzipped
        #expect(try error(reading: huge) == .impossibleSizes(path: path, sizes: [Int(UInt32.max), 28, 28]))
        let overflowing = IDXBytes(sizes: [.max, .max, .max], count: 100).gzipped
        let sizes = [Int](repeating: Int(UInt32.max), count: 3)
        #expect(try error(reading: overflowing) == .impossibleSizes(path: path, sizes: sizes))
    }

    @Test func `an empty axis makes no forged one possible`() throws {
        let forged = IDXBytes(sizes: [.max, .max, 0], count: 0).gzipped
        let sizes = [Int(UInt32.max), Int(UInt32.max), 0]
        #expect(try error(reading: forged) == .impossibleSizes(path: path, sizes: sizes))
    }

    @Test func `other element types, ranks and formats are named`() throws {
        #expect(
            try error(reading: IDXBytes(type: 13, sizes: [1], count: 4).gzipped)
                == .unsupportedElements(path: path, code: 13))
        #expect(try error(reading: IDXBytes(sizes: [], count: 1).gzipped) == .unsupportedRank(path: path, rank: 0))
        let nine = [UInt32](repeating: 1, count: 9)
        #expect(try error(reading: IDXBytes(sizes: nine, count: 1).gzipped) == .unsupportedRank(path: path, rank: 9))
        #expect(try error(reading: IDXBytes(content: Array("GIF89a".utf8)).gzipped) == .notIDX(path: path))
        #expect(try error(reading: Array("no gzip".utf8)) == .damagedCompression(path: path, offset: 0))
        #expect(try error(reading: []) == .damagedCompression(path: path, offset: 0))
    }

    @Test func `a folder is no file`() {
        #expect(throws: DatasetError.unreadable(path: "/tmp", reason: "not a regular file", package: nil)) {
            try IDXFile(path: "/tmp").read()
        }
    }
}
