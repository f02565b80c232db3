import Testing

@testable import Tensors

@Suite struct ArithmeticTests {
    private let bytes = Tensor([200, 100] as [UInt8])

    @Test func `bytes do not wrap, quotients are floats`() {
        #expect("\(bytes + bytes)" == "[400 200]")
        #expect("\(bytes - 255)" == "[ -55 -155]")
        #expect((bytes / 255).elementType == .float32)
        #expect("\(Tensor([1, 2]) / 2)" == "[0.5 1. ]")
        #expect("\(Tensor([true, true]) + Tensor([1, 0]))" == "[2 1]")
    }

    @Test func `a float makes floats`() {
        #expect((Tensor([1, 2]) * 0.5).elementType == .float32)
        #expect((Tensor([1, 2]) * 2).elementType == .int32)
        #expect((Tensor([1.0, 2]) * 2).elementType == .float32)
        #expect((bytes * (1 as Float)).elementType == .float32)
        let factor = 3
        #expect("\(factor * Tensor([1, 2]) - 1)" == "[2 5]")
    }

    @Test func `whole numbers wrap around at 32 bits`() {
        #expect("\(Tensor([Int32.max]) + 1)" == "[-2147483648]")
    }

    @Test func `shapes are broadcast on both sides`() {
        let column = Tensor([[1], [2], [3]]), row = Tensor([10, 20])
        #expect("\(column + row)" == "[[11 21]\n [12 22]\n [13 23]]")
        #expect("\(row - column)" == "[[ 9 19]\n [ 8 18]\n [ 7 17]]")
        #expect((Tensor(zeros: [4, 1, 3]) * Tensor(zeros: [2, 1])).shape == [4, 2, 3])
        #expect((Tensor(zeros: [0, 3]) + Tensor(zeros: [1, 3])).shape == [0, 3])
    }

    @Test func `large tensors are calculated in pieces that fit together`() {
        let count = 300_001
        let x = Tensor(0..<count)
        #expect((x + x - x - x).max() == 0)
        let floats = x.asType(.float32) * 2
        #expect(floats.scalars == (0..<count).map { Float(2 * $0) })
        let rows = x[0..<300_000].reshaped(3, 100_000)
        let sums = rows + Tensor([[1], [2], [3]])
        #expect(sums[2, 99_999] == 300_002)
        #expect(sums[1, 0] == 100_002)
    }

    @Test func `in place`() {
        var x = Tensor([1, 2])
        let before = x
        x += 1
        x *= Tensor([10, 20])
        x -= 0.5
        x /= 2
        #expect("\(x)" == "[ 9.75 29.75]")
        #expect("\(before)" == "[1 2]")
        var matrix = Tensor([[1.0, 2], [3, 4]])
        matrix += matrix[0]
        #expect("\(matrix)" == "[[2. 4.]\n [4. 6.]]")
        var last = matrix[1]
        last *= 2
        #expect("\(matrix)" == "[[2. 4.]\n [4. 6.]]")
    }

    @Test func `signs`() {
        #expect("\(-Tensor([1, -2]))" == "[-1  2]")
        #expect("\(-Tensor([0.5]))" == "[-0.5]")
        #expect("\(-bytes)" == "[-200 -100]")
        #expect("\(abs(Tensor([-1, 2])))" == "[1 2]")
        #expect("\(abs(Tensor([-0.0, 0, -1.5])))" == "[0.  0.  1.5]")
    }

    @Test func `shapes that do not match are misuse`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [2, 3]) * Tensor(zeros: [2])
        }
        #expect(
            result?.errorText
                == "*: the shapes (2, 3) and (2,) do not match; counted from the last axis, sizes must be equal, "
                + "or one of them 1\n")
    }
}
