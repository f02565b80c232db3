internal import JSONCoding
import Tensors

/// A tensor in a file: its name, what its elements are, its shape, and the bytes of the file that hold them.
struct SafetensorsEntry {
    let name: String
    let elements: StoredElements
    let shape: Shape
    let start: Int
    let end: Int

    private static let largestRank = 16
    private static let largestCount = 1 << 40

    /// - Parameter data: the bytes of the file that follow the header.
    init(_ member: JSON.Member, data: Range<Int>, path: String) throws(SafetensorsError) {
        name = member.key
        guard member.value.object?.count == 3, let code = member.value["dtype"]?.string,
            let sizes = Self.counts(member.value["shape"]),
            let offsets = Self.counts(member.value["data_offsets"]), offsets.count == 2, offsets[0] <= offsets[1]
        else { throw .invalidEntry(path: path, name: name) }
        guard let elements = StoredElements(rawValue: code) else {
            throw .unsupportedElements(path: path, name: name, code: code)
        }
        guard let count = Self.elementCount(sizes) else { throw .impossibleShape(path: path, name: name, sizes: sizes) }
        guard offsets[1] - offsets[0] == count * elements.size else {
            throw .wrongByteCount(
                path: path, name: name, shape: Shape(sizes), expected: count * elements.size,
                found: offsets[1] - offsets[0])
        }
        guard offsets[1] <= data.count else {
            throw .beyondEnd(path: path, name: name, offset: offsets[1], available: data.count)
        }
        self.elements = elements
        shape = Shape(sizes)
        start = data.lowerBound + offsets[0]
        end = data.lowerBound + offsets[1]
    }

    /// Whole numbers, none of them negative.
    private static func counts(_ json: JSON?) -> [Int]? {
        guard let elements = json?.array else { return nil }
        let counts = elements.compactMap(\.integer)
        return counts.count == elements.count && counts.allSatisfy { $0 >= 0 } ? counts : nil
    }

    /// The number of elements; nil where a tensor, or one without its empty axes, could not have as many.
    private static func elementCount(_ sizes: [Int]) -> Int? {
        guard sizes.count <= largestRank else { return nil }
        var count = 1
        for size in sizes {
            let (product, overflow) = count.multipliedReportingOverflow(by: max(size, 1))
            if overflow || product > largestCount { return nil }
            count = product
        }
        return sizes.contains(0) ? 0 : count
    }

    static func json(_ shape: Shape, from start: Int, to end: Int) -> JSON {
        [
            "dtype": .string(StoredElements.float32.rawValue), "shape": .array(shape.sizes.map(JSON.integer)),
            "data_offsets": [.integer(start), .integer(end)],
        ]
    }
}
