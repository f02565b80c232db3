import Glibc
import Testing

@testable import Tensors

/// Arrays and how NumPy prints them, from the file that `make_printed_arrays.py` makes.
struct PrintedArray: CustomTestStringConvertible {
    let head: String
    let text: String

    var testDescription: String { String(head.prefix(60)) }

    static let all: [PrintedArray] = {
        let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(
            separator: "/")
        let cases = contents(of: "\(folder)/Fixtures/printed-arrays.txt").split(separator: "\n-----\n")
        return cases.map { text in
            let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            return PrintedArray(head: String(lines[0]), text: String(lines[1]))
        }
    }()

    /// The tensor that the first line tells of.
    var tensor: Tensor {
        let words = head.split(separator: " ")
        let sizes = words[1].dropFirst().dropLast().split(separator: ",").map { Int($0)! }
        let shape = Shape(sizes)
        let type = ElementType.allCases.first { $0.description == words[0] }!
        guard words.count > 2, words[2] == "counting" else {
            let numbers = words.dropFirst(2).map { Double($0)! }
            return Tensor(shape: shape, numbers: numbers, type)
        }
        let step = Double(words[3])!, start = Double(words[4])!
        let numbers = (0..<shape.count).map { start + Double($0) * step }
        return Tensor(shape: shape, numbers: numbers.map { Self.held($0, type) }, type)
    }

    private static func held(_ number: Double, _ type: ElementType) -> Double {
        switch type {
        case .uint8: number.truncatingRemainder(dividingBy: 256)
        case .bool: number == 0 ? 0 : 1
        case .int32, .float32: number
        }
    }

    private static func contents(of path: String) -> String {
        let file = fopen(path, "r")!
        defer { fclose(file) }
        var bytes: [UInt8] = []
        while case let byte = getc(file), byte != EOF { bytes.append(UInt8(byte)) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
