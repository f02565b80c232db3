import Testing

@testable import Tensors

@Suite struct LayoutMisuseTests {
    @Test func `a shape of another number of elements`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [2, 3]).reshaped(4, -1)
        }
        #expect(result?.errorText == "reshaped: the 6 numbers of a shape (2, 3) do not fit the shape (4, -1)\n")
    }

    @Test func `two open sizes`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [4]).reshaped(-1, -1)
        }
        #expect(result?.errorText == "reshaped: only one size can be -1, but the shape is (-1, -1)\n")
    }

    @Test func `tensors that cannot be joined`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(concatenating: [Tensor(zeros: [2, 3]), Tensor(zeros: [2, 4])])
        }
        #expect(
            result?.errorText == "concatenating: the shapes must be equal but for axis 0, but are (2, 3) and (2, 4)\n")
    }

    @Test func `an axis that is not there`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [2, 3]).sum(axis: 2)
        }
        #expect(result?.errorText == "sum: there is no axis 2, the shape (2, 3) has the axes 0 to 1\n")
    }

    @Test func `an axis named twice`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [2, 3]).transposed(1, -1)
        }
        #expect(
            result?.errorText
                == "transposed: each of the 2 axes of a shape (2, 3) must be named once, but the axes are [1, -1]\n")
    }
}
