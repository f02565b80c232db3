import Display
import Testing

@testable import Tensors

@Suite struct DescriptionTests {
    @Test func `the fixtures are there`() {
        #expect(PrintedArray.all.count > 200)
    }

    @Test(arguments: PrintedArray.all) func `an array is printed as NumPy prints it`(_ array: PrintedArray) {
        #expect(array.tensor.description == array.text)
    }

    @Test func `a cell shows what print prints`() {
        #expect(Tensor([[1, 2], [3, 4]]).output == .text("[[1 2]\n [3 4]]"))
        #expect("\(Tensor(0.1))" == "0.1")
    }

    @Test func `a part of a tensor is printed by itself`() {
        let table = Tensor([[1, 200], [3, 4]])
        #expect("\(table[1])" == "[3 4]")
        #expect("\(table[1, 1])" == "4")
    }

    @Test(arguments: [0x0000_0001, 0x0080_0000, 0x3F80_0001, 0x7F7F_FFFF, 0x4B80_0000, 0x33D6_BF95] as [UInt32])
    func `a number's digits tell it from its neighbours`(_ pattern: UInt32) {
        for bits in pattern..<pattern + 3 where Float(bitPattern: bits).isFinite {
            let value = Float(bitPattern: bits)
            #expect(Float(Tensor(value).description) == value)
        }
    }

    @Test func `a dump tells the numbers, the shape and the type, and nothing of the memory`() {
        var (one, nested) = ("", "")
        dump(Tensor([1, 2, 3]), to: &one)
        dump(["a": Tensor([[1.5]]).shape], to: &nested)
        #expect(one == "▿ [1 2 3]\n  - shape: (3,)\n  - elementType: int32\n")
        #expect(nested.contains("- value: (1, 1)\n"))
    }
}
