/// The texts of a tensor's elements, all of one width, so that they stand in columns.
struct ElementTexts {
    let words: [String]

    init(of tensor: Tensor) {
        let numbers = (0..<tensor.count).map(tensor.number(at:))
        switch tensor.elementType {
        case .bool: words = numbers.map { $0 == 0 ? "False" : " True" }
        case .uint8, .int32: words = Self.aligned(numbers.map { String(Int($0)) })
        case .float32: words = FloatTexts(numbers.map { Float($0) }).words
        }
    }

    private static func aligned(_ words: [String]) -> [String] {
        let width = words.map(\.utf8.count).max() ?? 0
        return words.map { String(repeating: " ", count: width - $0.utf8.count) + $0 }
    }
}
