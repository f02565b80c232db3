import Fuzzing
import Tensors
import Testing

@testable import NeuralNetworks

@Suite("11. Fuzzing: safetensors")
struct SafetensorsFuzzing {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `a file is refused, or comes back as it was read`() throws {
        let header = [
            SafetensorsBytes.entry("a", "[2]", 0, 8), SafetensorsBytes.entry("b/c", "[1, 3]", 8, 14, type: "F16"),
            #""__metadata__": {"x": "y"}"#,
        ]
        let seeds = [SafetensorsBytes("{\(header.joined(separator: ", "))}", byteCount: 14).bytes]
        let words = [
            "\"dtype\"", "\"shape\"", "\"data_offsets\"", "F64", "I64", "U8", "BF16", "[0]", "-1",
            "9223372036854775807",
            "2147483648", "NaN", "{", "}", "\"a\"", ",", " ",
        ]
        let fuzzing = Fuzzing("safetensors", inputs: 800, Mutator(corpus: seeds, words: words))
        let findings = try fuzzing.findings { input in
            try folder.write(input, as: "a.safetensors")
            guard let file = try? SafetensorsFile(contentsOf: "\(folder.path)/a.safetensors") else { return nil }
            try file.write(to: "\(folder.path)/b.safetensors")
            let again = try SafetensorsFile(contentsOf: "\(folder.path)/b.safetensors")
            let isSame =
                again.names == file.names && again.metadata == file.metadata
                && file.names.allSatisfy { again[$0].shape == file[$0].shape }
            return isSame ? nil : "it does not come back"
        }
        #expect(findings == [])
    }
}
