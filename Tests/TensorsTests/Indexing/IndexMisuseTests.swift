import Testing

@testable import Tensors

@Suite struct IndexMisuseTests {
    @Test func `a position that is not there`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [2, 3])[0, 3]
        }
        #expect(result?.errorText == "index 3 is out of range: axis 1 has 3 positions\n")
    }

    @Test func `a range that reaches too far`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [2, 3])[1..<5]
        }
        #expect(result?.errorText == "range 1..<5 is out of range: axis 0 has 2 positions\n")
    }

    @Test func `more indices than axes`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [2])[0, 0]
        }
        #expect(result?.errorText == "2 indices were given, but a tensor of shape (2,) has 1 axis\n")
    }

    @Test func `a part set to another shape`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var x = Tensor(zeros: [2, 3])
            x[0] = Tensor([1, 2])
        }
        #expect(result?.errorText == "a part of shape (3,) cannot be set to a tensor of shape (2,)\n")
    }

    @Test func `fractions put among whole numbers`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var x = Tensor([1, 2])
            x[0] = 0.5
        }
        #expect(
            result?.errorText
                == "elements of type int32 cannot be set to 0.5 of type float32: make the tensor float32 first, by "
                + "asType(.float32)\n")
    }

    @Test func `a mask of another shape`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [2, 3])[Tensor([true, false, true])]
        }
        #expect(
            result?.errorText == "a mask of shape (3,) does not lie on the first axes of a tensor of shape (2, 3)\n")
    }

    @Test func `a position in a tensor of them that is not there`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [2, 3])[Tensor([0, 2])]
        }
        #expect(result?.errorText == "x[…]: position 2 is out of range: axis 0 has 2 positions\n")
    }

    @Test func `fractions as positions`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [2, 3])[Tensor([0.5, 1])]
        }
        #expect(
            result?.errorText
                == "x[…]: the positions must be whole numbers along one axis, but are float32 of shape (2,)\n")
    }

    @Test func `a position to gather that is not there`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [2, 3]).gathered(at: [0, 2])
        }
        #expect(result?.errorText == "gathered: position 2 is out of range: axis 0 has 2 positions\n")
    }
}
