/// A file of the safetensors format as a test wants it, right or wrong.
struct SafetensorsBytes {
    var length: UInt64
    var header: [UInt8]
    var data: [UInt8]

    init(_ header: String, byteCount: Int) {
        self.header = Array(header.utf8)
        length = UInt64(self.header.count)
        data = (0..<byteCount).map { UInt8(truncatingIfNeeded: $0) }
    }

    var bytes: [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + header + data }

    /// An entry of the header.
    static func entry(_ name: String, _ shape: String, _ start: Int, _ end: Int, type: String = "F32") -> String {
        #""\#(name)": {"dtype": "\#(type)", "shape": \#(shape), "data_offsets": [\#(start), \#(end)]}"#
    }
}
