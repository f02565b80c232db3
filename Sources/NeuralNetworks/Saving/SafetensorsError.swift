import Tensors

/// What is wrong with a file of the safetensors format, and where.
public enum SafetensorsError: Error, Equatable, Sendable {
    /// The file cannot be opened or read.
    case unreadable(path: String, reason: String)
    /// The file cannot be written.
    case unwritable(path: String, reason: String)
    /// The file has no room for the length of a header.
    case tooShort(path: String, byteCount: Int)
    /// The header would be longer than the rest of the file, or than the format allows.
    case headerTooLong(path: String, byteCount: UInt64, available: Int)
    /// The header is not a JSON object.
    case invalidHeader(path: String, reason: String)
    /// The metadata are something else than texts.
    case invalidMetadata(path: String)
    /// A tensor's entry lacks its type, shape or place, or has something beside them.
    case invalidEntry(path: String, name: String)
    /// Elements of a type that cannot be read.
    case unsupportedElements(path: String, name: String, code: String)
    /// A shape that no tensor can have.
    case impossibleShape(path: String, name: String, sizes: [Int])
    /// Fewer or more bytes than the shape needs.
    case wrongByteCount(path: String, name: String, shape: Shape, expected: Int, found: Int)
    /// A tensor begins elsewhere than where the one before it ends.
    case misplaced(path: String, name: String, offset: Int, expected: Int)
    /// A tensor ends behind the end of the file.
    case beyondEnd(path: String, name: String, offset: Int, available: Int)
    /// The last tensor ends before the file does.
    case surplus(path: String, offset: Int, available: Int)
    /// A whole number that does not fit 32 bits.
    case numberTooLarge(path: String, name: String, number: Int64)
}

extension SafetensorsError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
        case .unwritable(let path, let reason): "\(path): cannot be written: \(reason)"
        case .tooShort(let path, let byteCount):
            "\(path): not a safetensors file: it has \(byteCount) bytes, but begins with the 8 bytes of a length"
        case .headerTooLong(let path, let byteCount, let available):
            """
            \(path): not a safetensors file, or cut off: its header should have \(byteCount) bytes, but only \(available) \
            follow, and at most \(SafetensorsHeader.largestByteCount) are allowed
            """
        case .invalidHeader(let path, let reason): "\(path): the header is not a JSON object: \(reason)"
        case .invalidMetadata(let path): "\(path): the metadata must be texts with names, but are something else"
        case .invalidEntry(let path, let name):
            """
            \(path): the entry of tensor "\(name)" must be a dtype, a shape and two data_offsets, but is something else
            """
        case .unsupportedElements(let path, let name, let code):
            """
            \(path): tensor "\(name)" has elements of type \(code), but only \(Self.readableTypes) can be read
            """
        case .impossibleShape(let path, let name, let sizes):
            "\(path): tensor \"\(name)\" cannot have the shape \(Shape(sizes))"
        case .wrongByteCount(let path, let name, let shape, let expected, let found):
            "\(path): tensor \"\(name)\" of shape \(shape) needs \(expected) bytes, but has \(found)"
        case .misplaced(let path, let name, let offset, let expected):
            "\(path): tensor \"\(name)\" should begin at byte \(expected) of the data, but begins at \(offset)"
        case .beyondEnd(let path, let name, let offset, let available):
            "\(path): tensor \"\(name)\" ends at byte \(offset) of the data, but there are \(available)"
        case .surplus(let path, let offset, let available):
            "\(path): the tensors end at byte \(offset) of the data, but there are \(available)"
        case .numberTooLarge(let path, let name, let number):
            "\(path): tensor \"\(name)\" holds \(number), but whole numbers must fit 32 bits"
        }
    }

    private static var readableTypes: String { StoredElements.allCases.map(\.rawValue).joined(separator: ", ") }
}
