import Display
internal import OutputFiles
import Tensors

/// Named tensors, as the safetensors format keeps them in a file.
///
///     let file = try SafetensorsFile(contentsOf: "model.safetensors")
///     file.names                     // ["conv2d/kernel", "conv2d/bias", …]
///     file["conv2d/kernel"].shape    // (3, 3, 1, 32)
///
/// 1. A file begins with 8 bytes: the length of its header, an unsigned number, the least significant byte first.
/// 2. The header follows: a JSON object in UTF-8 that begins with `{`, at most 100,000,000 bytes; blanks may fill it up.
/// 3. Each member is a tensor under its name: `{"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}`. A shape `[]` is
///    that of a single number.
/// 4. The member `__metadata__`, which need not be there, has strings only.
/// 5. Then come the elements of all tensors, row-major, the least significant byte first. The offsets count from the end
///    of the header: where a tensor's elements begin, and where they end.
/// 6. Taken in order, the tensors leave no gap, do not overlap, and end with the file.
/// 7. No name is there twice.
///
/// What is read becomes a `Tensor`: F32, F16, BF16 and F64 as float32, I32 and I64 as int32, U8 as uint8; other types are
/// refused. What is written is F32.
public struct SafetensorsFile: Sendable {
    /// The tensors' names, in the order of the file.
    public private(set) var names: [String] = []
    /// Texts about the tensors, such as what made them.
    public var metadata: [String: String]
    private var tensors: [String: Tensor] = [:]

    /// A file without tensors, to put some in.
    ///
    ///     var file = SafetensorsFile(metadata: ["made by": "chapter 6"])
    ///     file["filters"] = filters
    ///     try file.write(to: "filters.safetensors")
    public init(metadata: [String: String] = [:]) {
        self.metadata = metadata
    }

    /// The tensor of this name; stops the cell where there is none.
    public subscript(name: String) -> Tensor {
        get {
            guard let tensor = tensor(named: name) else {
                misuse("the file has no tensor \"\(name)\"\(Suggestion.text(for: name, among: names))")
            }
            return tensor
        }
        set {
            if tensors.updateValue(newValue, forKey: name) == nil { names.append(name) }
        }
    }

    func tensor(named name: String) -> Tensor? { tensors[name] }

    /// Reads a file; a relative path starts at the folder of the process.
    ///
    /// - Throws: a `SafetensorsError` that says what is wrong with the file; nothing that it claims is believed unchecked.
    public init(contentsOf path: String) throws(SafetensorsError) {
        let file = try InputFile(path: path)
        let header = try SafetensorsHeader(of: file)
        metadata = header.metadata
        for entry in header.entries { self[entry.name] = try entry.read(from: file) }
    }

    /// Writes the tensors to a file: first beside it, then in its place, so that an earlier file is kept until this one
    /// is complete.
    ///
    /// - Throws: a `SafetensorsError` that says why the file cannot be written.
    public func write(to path: String) throws(SafetensorsError) {
        do throws(FileProblem) {
            let file = try OutputFile(path: path)
            try file.write(SafetensorsHeader.bytes(names.map { ($0, tensors[$0]!.shape) }, metadata: metadata))
            for name in names {
                try tensors[name]!.withFloats { floats throws(FileProblem) in
                    try file.write(UnsafeRawBufferPointer(floats))
                }
            }
            try file.finish()
        } catch {
            throw .unwritable(path: path, reason: error.problem)
        }
    }
}

extension SafetensorsFile: CustomStringConvertible {
    /// A line a tensor: `conv2d/kernel: (3, 3, 1, 32)`.
    public var description: String {
        names.isEmpty ? "no tensors" : names.map { "\($0): \(self[$0].shape)" }.joined(separator: "\n")
    }
}
