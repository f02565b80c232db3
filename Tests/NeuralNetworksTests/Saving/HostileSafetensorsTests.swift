import Testing

@testable import NeuralNetworks

/// What a person reads whose file is damaged, or made to do harm.
@Suite struct HostileSafetensorsTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// The sentence about a file of these bytes, without the path before it.
    private func problem(_ bytes: [UInt8]) throws -> String {
        try folder.write(bytes, as: "model.safetensors")
        let path = "\(folder.path)/model.safetensors"
        let error = try #require(throws: SafetensorsError.self) { try SafetensorsFile(contentsOf: path) }
        #expect(error.description.hasPrefix("\(path): "))
        return String(error.description.dropFirst(path.count + 2))
    }

    private func problem(_ entries: String..., byteCount: Int = 0) throws -> String {
        try problem(SafetensorsBytes("{\(entries.joined(separator: ", "))}", byteCount: byteCount).bytes)
    }

    private func entry(_ name: String, _ shape: String, _ start: Int, _ end: Int, type: String = "F32") -> String {
        SafetensorsBytes.entry(name, shape, start, end, type: type)
    }

    @Test func `lengths are believed as far as the file goes`() throws {
        #expect(
            try problem([1, 2, 3])
                == "not a safetensors file: it has 3 bytes, but begins with the 8 bytes of a length")
        var file = SafetensorsBytes("{}", byteCount: 0)
        file.length = 3
        #expect(
            try problem(file.bytes) == """
                not a safetensors file, or cut off: its header should have 3 bytes, but only 2 follow, and at most 100000000 \
                are allowed
                """)
        file.length = .max
        #expect(
            try problem(file.bytes) == """
                not a safetensors file, or cut off: its header should have 18446744073709551615 bytes, but only 2 follow, \
                and at most 100000000 are allowed
                """)
        file.length = 1 << 63
        #expect(try problem(file.bytes).contains("9223372036854775808"))
    }

    @Test func `the header is an object`() throws {
        #expect(
            try problem(SafetensorsBytes("", byteCount: 0).bytes)
                == "the header is not a JSON object: at byte 0, it breaks off")
        #expect(
            try problem(SafetensorsBytes("[]", byteCount: 0).bytes)
                == "the header is not a JSON object: it does not begin with \"{\"")
        #expect(
            try problem(SafetensorsBytes(" {}", byteCount: 0).bytes)
                == "the header is not a JSON object: it does not begin with \"{\"")
        #expect(
            try problem(SafetensorsBytes(String(repeating: "{\"a\":", count: 100_000), byteCount: 0).bytes)
                == "the header is not a JSON object: at byte 320, it is nested deeper than 64 levels")
    }

    @Test func `a name twice is refused`() throws {
        let text = try problem(entry("a", "[1]", 0, 4), entry("a", "[1]", 4, 8), byteCount: 8)
        #expect(text == "the header is not a JSON object: at byte 62, the key \"a\" is there for the second time")
    }

    @Test func `broken UTF-8 is refused`() throws {
        var file = SafetensorsBytes("{\"??\": 1}", byteCount: 0)
        file.header[2] = 0xff
        #expect(try problem(file.bytes) == "the header is not a JSON object: at byte 1, a string is not UTF-8")
    }

    @Test func `metadata are texts`() throws {
        for metadata in ["1", "[]", "{\"a\": 1}", "{\"a\": {\"b\": \"c\"}}"] {
            #expect(
                try problem("\"__metadata__\": \(metadata)")
                    == "the metadata must be texts with names, but are something else")
        }
    }

    @Test(arguments: [
        "1", "{}", #"{"dtype": "F32", "shape": [1]}"#, #"{"dtype": 32, "shape": [1], "data_offsets": [0, 4]}"#,
        #"{"dtype": "F32", "shape": 1, "data_offsets": [0, 4]}"#,
        #"{"dtype": "F32", "shape": [-1], "data_offsets": [0, 4]}"#,
        #"{"dtype": "F32", "shape": [1.0], "data_offsets": [0, 4]}"#,
        #"{"dtype": "F32", "shape": [1], "data_offsets": [0, 4, 8]}"#,
        #"{"dtype": "F32", "shape": [1], "data_offsets": [4, 0]}"#,
        #"{"dtype": "F32", "shape": [1], "data_offsets": [-4, 0]}"#,
        #"{"dtype": "F32", "shape": [1], "data_offsets": [0, 9223372036854775808]}"#,
        #"{"dtype": "F32", "shape": [1], "data_offsets": [0, 4], "more": 1}"#,
    ])
    func `an entry is what the format says`(json: String) throws {
        #expect(
            try problem("\"a\": \(json)", byteCount: 4) == """
                the entry of tensor "a" must be a dtype, a shape and two data_offsets, but is something else
                """)
    }

    @Test func `other types of elements are named`() throws {
        #expect(
            try problem(entry("a", "[4]", 0, 4, type: "F8_E4M3"), byteCount: 4) == """
                tensor "a" has elements of type F8_E4M3, but only F64, F32, F16, BF16, I64, I32, U8 can be read
                """)
    }

    @Test func `a forged shape asks for no memory`() throws {
        #expect(
            try problem(entry("a", "[1073741824]", 0, 4), byteCount: 4)
                == "tensor \"a\" of shape (1073741824,) needs 4294967296 bytes, but has 4")
        #expect(
            try problem(entry("a", "[4294967296, 4294967296]", 0, 4), byteCount: 4)
                == "tensor \"a\" cannot have the shape (4294967296, 4294967296)")
        #expect(
            try problem(entry("a", "[0, 9223372036854775807, 2]", 0, 0))
                == "tensor \"a\" cannot have the shape (0, 9223372036854775807, 2)")
        #expect(
            try problem(entry("a", "[\(Array(repeating: "1", count: 17).joined(separator: ", "))]", 0, 4), byteCount: 4)
                .hasPrefix("tensor \"a\" cannot have the shape (1, 1"))
    }

    @Test func `tensors that overlap, leave a gap or go too far are refused`() throws {
        let a = entry("a", "[2]", 0, 8)
        #expect(
            try problem(a, entry("b", "[2]", 4, 12), byteCount: 12)
                == "tensor \"b\" should begin at byte 8 of the data, but begins at 4")
        #expect(
            try problem(a, entry("b", "[1]", 12, 16), byteCount: 16)
                == "tensor \"b\" should begin at byte 8 of the data, but begins at 12")
        #expect(
            try problem(entry("a", "[1]", 4, 8), byteCount: 8)
                == "tensor \"a\" should begin at byte 0 of the data, but begins at 4")
        #expect(try problem(a, byteCount: 7) == "tensor \"a\" ends at byte 8 of the data, but there are 7")
        #expect(try problem(a, byteCount: 9) == "the tensors end at byte 8 of the data, but there are 9")
        #expect(
            try problem(entry("a", "[4]", .max - 4, .max, type: "U8"), byteCount: 4)
                == "tensor \"a\" ends at byte 9223372036854775807 of the data, but there are 4")
    }

    @Test func `whole numbers of 64 bits must fit 32`() throws {
        #expect(
            try problem(entry("a", "[1]", 0, 8, type: "I64"), byteCount: 8)
                == "tensor \"a\" holds 506097522914230528, but whole numbers must fit 32 bits")
    }
}
