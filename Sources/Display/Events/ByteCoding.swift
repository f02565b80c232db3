/// A value that the event stream can carry.
///
/// The format: whole numbers are 8 bytes, little-endian; a double is its bit pattern; a string or an array is its count
/// followed by its elements; an optional is one byte, 0 or 1, followed by the value; an enum is its case's number in one
/// byte followed by the associated values.
protocol ByteCodable {
    func encode(to writer: inout ByteWriter)
    init(from reader: inout ByteReader) throws(ByteReader.Corruption)
}

/// Collects the bytes of one frame.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ byte: UInt8) {
        bytes.append(byte)
    }

    mutating func write(_ value: some ByteCodable) {
        value.encode(to: &self)
    }

    mutating func write(raw: some Sequence<UInt8>) {
        bytes.append(contentsOf: raw)
    }
}

/// Reads values back; it never reads past the end and never trusts a count.
struct ByteReader {
    /// The bytes are not what a writer of this format gives.
    struct Corruption: Error, Equatable {
        let offset: Int
    }

    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { offset == bytes.count }
    var corruption: Corruption { Corruption(offset: offset) }

    mutating func readByte() throws(Corruption) -> UInt8 {
        guard offset < bytes.count else { throw corruption }
        defer { offset += 1 }
        return bytes[offset]
    }

    mutating func readBytes(_ count: Int) throws(Corruption) -> ArraySlice<UInt8> {
        guard count >= 0, count <= bytes.count - offset else { throw corruption }
        defer { offset += count }
        return bytes[offset..<offset + count]
    }

    mutating func read<Value: ByteCodable>(_: Value.Type = Value.self) throws(Corruption) -> Value {
        try Value(from: &self)
    }
}

extension Int: ByteCodable {
    func encode(to writer: inout ByteWriter) {
        let pattern = UInt64(bitPattern: Int64(self))
        writer.write(raw: (0..<8).map { UInt8(truncatingIfNeeded: pattern >> (8 * $0)) })
    }

    init(from reader: inout ByteReader) throws(ByteReader.Corruption) {
        var pattern: UInt64 = 0
        for byte in try reader.readBytes(8).reversed() { pattern = pattern << 8 | UInt64(byte) }
        self = Int(Int64(bitPattern: pattern))
    }
}

extension Double: ByteCodable {
    func encode(to writer: inout ByteWriter) {
        writer.write(Int(Int64(bitPattern: bitPattern)))
    }

    init(from reader: inout ByteReader) throws(ByteReader.Corruption) {
        self = Double(bitPattern: UInt64(bitPattern: Int64(try reader.read(Int.self))))
    }
}

extension Bool: ByteCodable {
    func encode(to writer: inout ByteWriter) {
        writer.write(UInt8(self ? 1 : 0))
    }

    init(from reader: inout ByteReader) throws(ByteReader.Corruption) {
        switch try reader.readByte() {
        case 0: self = false
        case 1: self = true
        default: throw reader.corruption
        }
    }
}

extension String: ByteCodable {
    func encode(to writer: inout ByteWriter) {
        writer.write(utf8.count)
        writer.write(raw: utf8)
    }

    init(from reader: inout ByteReader) throws(ByteReader.Corruption) {
        let count = try reader.read(Int.self)
        self = String(decoding: try reader.readBytes(count), as: UTF8.self)
    }
}

extension Array: ByteCodable where Element: ByteCodable {
    func encode(to writer: inout ByteWriter) {
        writer.write(count)
        for element in self { writer.write(element) }
    }

    init(from reader: inout ByteReader) throws(ByteReader.Corruption) {
        let count = try reader.read(Int.self)
        guard count >= 0 else { throw reader.corruption }
        self = []
        for _ in 0..<count { append(try reader.read()) }
    }
}

extension Optional: ByteCodable where Wrapped: ByteCodable {
    func encode(to writer: inout ByteWriter) {
        writer.write(self != nil)
        if let self { writer.write(self) }
    }

    init(from reader: inout ByteReader) throws(ByteReader.Corruption) {
        self = try reader.read(Bool.self) ? try reader.read(Wrapped.self) : nil
    }
}
