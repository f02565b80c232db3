internal import JSONCoding
import Tensors

/// What a file of the safetensors format says of its tensors, checked against its length.
struct SafetensorsHeader {
    private(set) var entries: [SafetensorsEntry] = []
    private(set) var metadata: [String: String] = [:]

    static let largestByteCount = 100_000_000
    private static let metadataKey = "__metadata__"
    private static let alignment = 8

    init(of file: InputFile) throws(SafetensorsError) {
        let bytes = try Self.read(from: file)
        let members = try Self.members(of: bytes, path: file.path)
        for member in members where member.key == Self.metadataKey {
            metadata = try Self.metadata(member.value, path: file.path)
        }
        let data = 8 + bytes.count..<file.byteCount
        for member in members where member.key != Self.metadataKey {
            entries.append(try SafetensorsEntry(member, data: data, path: file.path))
        }
        try checkPlaces(in: data, path: file.path)
    }

    private static func read(from file: InputFile) throws(SafetensorsError) -> [UInt8] {
        guard file.byteCount >= 8 else { throw .tooShort(path: file.path, byteCount: file.byteCount) }
        let length = try file.read(8, at: 0).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length <= file.byteCount - 8, length <= largestByteCount else {
            throw .headerTooLong(path: file.path, byteCount: length, available: file.byteCount - 8)
        }
        return try file.read(Int(length), at: 8)
    }

    private static func members(of bytes: [UInt8], path: String) throws(SafetensorsError) -> [JSON.Member] {
        let json: JSON
        do { json = try JSONReader.read(bytes) } catch { throw .invalidHeader(path: path, reason: error.description) }
        guard bytes.first == UInt8(ascii: "{"), let members = json.object else {
            throw .invalidHeader(path: path, reason: "it does not begin with \"{\"")
        }
        return members
    }

    private static func metadata(_ json: JSON, path: String) throws(SafetensorsError) -> [String: String] {
        guard let members = json.object else { throw .invalidMetadata(path: path) }
        var metadata: [String: String] = [:]
        for member in members {
            guard let text = member.value.string else { throw .invalidMetadata(path: path) }
            metadata[member.key] = text
        }
        return metadata
    }

    /// Without gap or overlap, from the first byte to the last.
    private func checkPlaces(in data: Range<Int>, path: String) throws(SafetensorsError) {
        var position = data.lowerBound
        // An empty tensor lies before the one that begins at the same byte.
        for entry in entries.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
            guard entry.start == position else {
                throw .misplaced(
                    path: path, name: entry.name, offset: entry.start - data.lowerBound,
                    expected: position - data.lowerBound)
            }
            position = entry.end
        }
        guard position == data.upperBound else {
            throw .surplus(path: path, offset: position - data.lowerBound, available: data.count)
        }
    }

    // MARK: Writing

    /// The first bytes of a file with float32 tensors of these shapes, filled up so that the elements are aligned.
    static func bytes(_ tensors: [(name: String, shape: Shape)], metadata: [String: String]) -> [UInt8] {
        var members: [JSON.Member] = []
        if !metadata.isEmpty {
            let texts = metadata.sorted { $0.key < $1.key }.map { JSON.Member(key: $0, value: .string($1)) }
            members.append(JSON.Member(key: metadataKey, value: .object(texts)))
        }
        var offset = 0
        for (name, shape) in tensors {
            let end = offset + shape.count * MemoryLayout<Float>.size
            members.append(JSON.Member(key: name, value: SafetensorsEntry.json(shape, from: offset, to: end)))
            offset = end
        }
        var header = Array(JSON.object(members).text.utf8)
        while header.count % alignment != 0 { header.append(UInt8(ascii: " ")) }
        return (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) } + header
    }
}
