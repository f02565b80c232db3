/// What a tensor's elements are.
public enum ElementType: UInt8, Sendable, CaseIterable {
    case uint8
    case int32
    case float32

    /// Bytes an element.
    public var size: Int {
        switch self {
        case .uint8: 1
        case .int32, .float32: 4
        }
    }
}
