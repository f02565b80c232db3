import Glibc
import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct SafetensorsFileTests {
    let folder: TemporaryFolder
    private var path: String { "\(folder.path)/model.safetensors" }

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `a file of Python's safetensors is read whole`() throws {
        let file = try SafetensorsFile(contentsOf: fixturePath("Saving/element-types.safetensors"))
        #expect(
            file.names.sorted()
                == ["bf16", "empty", "f16", "f32", "f64", "größe/日本", "i32", "i64", "scalar", "u8"])
        for name in ["f32", "f64", "f16", "bf16"] {
            #expect(file[name].elementType == .float32)
            #expect(file[name].shape == [2, 3])
            #expect(file[name].values == [0, 1, 2.5, -3, 0.15625, 240])
        }
        #expect(file["i32"].values == [1, -2, 0x1p31])
        #expect(file["i32"].elementType == .int32)
        #expect(file["i64"].values == [1, -2, -0x1p31])
        #expect(file["i64"].elementType == .int32)
        #expect(file["u8"].shape == [2, 1])
        #expect(file["u8"].elementType == .uint8)
        #expect(file["u8"].values == [0, 255])
        #expect(file["scalar"].shape == [])
        #expect(file["scalar"].values == [7])
        #expect(file["empty"].shape == [0, 3])
        #expect(file.metadata == ["made by": "make_safetensors.py", "quotes": "\"\\\n"])
    }

    @Test func `what is written is read as the same, in the same order`() throws {
        var file = SafetensorsFile(metadata: ["b": "2", "a": "\"1\""])
        file["z"] = .random([3, 5, 2])
        file["a/kernel"] = Tensor([1, 2])
        file["none"] = .random([0])
        file["z"] = .random([7])
        try file.write(to: path)
        let read = try SafetensorsFile(contentsOf: path)
        #expect(read.names == ["z", "a/kernel", "none"])
        #expect(read.metadata == file.metadata)
        for name in file.names {
            #expect(read[name].elementType == .float32)
            #expect(read[name].shape == file[name].shape)
            #expect(read[name].values == file[name].values)
        }
        #expect(folder.names == ["model.safetensors"])
    }

    @Test func `the bytes are those that the format defines`() throws {
        var file = SafetensorsFile()
        file["x"] = Tensor(shape: [1], [1])
        try file.write(to: path)
        let header = #"{"x": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}   "#
        #expect(
            try folder.bytes(of: "model.safetensors") == [64] + [0, 0, 0, 0, 0, 0, 0] + header.utf8 + [0, 0, 128, 63])
    }

    @Test func `a file that cannot be written leaves the earlier one and nothing else`() throws {
        let inner = "\(folder.path)/missing/model.safetensors"
        #expect(throws: SafetensorsError.unwritable(path: inner, reason: "No such file or directory")) {
            try SafetensorsFile().write(to: inner)
        }
        mkdir("\(folder.path)/model.safetensors", 0o777)
        #expect(throws: SafetensorsError.unwritable(path: path, reason: "it is a folder")) {
            try SafetensorsFile().write(to: path)
        }
        #expect(folder.names == ["model.safetensors"])
    }

    @Test func `a missing file and a folder are no files`() {
        #expect(throws: SafetensorsError.unreadable(path: path, reason: "No such file or directory")) {
            try SafetensorsFile(contentsOf: path)
        }
        #expect(throws: SafetensorsError.unreadable(path: folder.path, reason: "not a regular file")) {
            try SafetensorsFile(contentsOf: folder.path)
        }
    }

    @Test func `every cut of a file gives an error, every flipped bit an error or a file, never a crash`() throws {
        let (a, b) = (
            SafetensorsBytes.entry("a", "[2, 1]", 0, 8), SafetensorsBytes.entry("b", "[1]", 8, 16, type: "I64")
        )
        let bytes = SafetensorsBytes("{\(a), \(b), \"__metadata__\": {\"k\": \"v\"}}", byteCount: 16).bytes
        for count in 0..<bytes.count {
            try folder.write(Array(bytes.prefix(count)), as: "model.safetensors")
            #expect(throws: SafetensorsError.self) { try SafetensorsFile(contentsOf: path) }
        }
        for bit in 0..<8 * bytes.count {
            var flipped = bytes
            flipped[bit / 8] ^= 1 << (bit % 8)
            try folder.write(flipped, as: "model.safetensors")
            do { _ = try SafetensorsFile(contentsOf: path) } catch { #expect(!error.description.isEmpty) }
        }
    }
}
