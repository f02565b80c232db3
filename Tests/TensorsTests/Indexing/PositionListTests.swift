import Testing

@testable import Tensors

/// Expected values are NumPy's.
@Suite struct PositionListTests {
    private let x = Tensor(0..<24).reshaped(2, 3, 4)

    @Test func `one axis is given a list between others`() {
        #expect("\(x[0][0..., [0, -1]])" == "[[ 0  3]\n [ 4  7]\n [ 8 11]]")
        #expect("\(x[0..., [2, 0], 1])" == "[[ 9  1]\n [21 13]]")
        #expect("\(x[[1, 1], 0, 1..<3])" == "[[13 14]\n [13 14]]")
        #expect("\(x[1, [2], 0...])" == "[[20 21 22 23]]")
        #expect("\(x[[1], 0..., ..<2])" == "[[[12 13]\n  [16 17]\n  [20 21]]]")
        #expect(x[0..., [] as [Int]].shape == [2, 0, 4])
    }

    @Test func `a tensor of positions or a mask along the axis does the same`() {
        #expect("\(x[0, Tensor([2, 0]), 0])" == "[8 0]")
        #expect("\(x[1, 0, Tensor([true, false, false, true])])" == "[12 15]")
        let columns = x[0, 0]
        #expect("\(x[0][0..., columns .> 1])" == "[[ 2  3]\n [ 6  7]\n [10 11]]")
    }

    @Test func `the chosen positions are set`() {
        var y = Tensor(zeros: [2, 3])
        y[0..., [2, 0]] = Tensor([[1, 2], [3, 4]])
        #expect("\(y)" == "[[2. 0. 1.]\n [4. 0. 3.]]")
        y[1, [0, 1]] = 9
        #expect("\(y)" == "[[2. 0. 1.]\n [9. 9. 3.]]")
        y[0..., Tensor([false, true, false])] = Tensor([[5], [6]])
        #expect("\(y)" == "[[2. 5. 1.]\n [9. 6. 3.]]")
        y[[0, 0]] = Tensor([[1, 1, 1], [7, 8, 9]])
        #expect("\(y)" == "[[7. 8. 9.]\n [9. 6. 3.]]")
    }

    @Test func `a position that is not there stops the cell`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [2, 3])[0..., [0, 3]]
        }
        #expect(result?.errorText == "x[…]: position 3 is out of range: axis 1 has 3 positions\n")
    }

    @Test func `two lists, which NumPy would take pair by pair, stop the cell`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [2, 3])[[0, 1], [0, 2]]
        }
        #expect(
            result?.errorText
                == "x[…]: only one axis can be given a list of positions; take them one after another: "
                + "x[rows][0..., columns]\n")
    }

    @Test func `so does a range between a position and a list, where NumPy changes the order of the axes`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [2, 3, 4])[0, 0..., [0, 2]]
        }
        #expect(
            result?.errorText
                == "x[…]: between a single position and a list of positions there is a range; take the part first: x[0][…]\n"
        )
    }

    @Test func `a mask of another length, or numbers made from masks, stop the cell`() async {
        let mask = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [2, 3])[0..., Tensor([true, false])]
        }
        #expect(mask?.errorText == "x[…]: a mask for axis 1 must be of shape (3,), but is of shape (2,)\n")
        let count = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let v = Tensor([1, 0, 1])
            _ = Tensor(zeros: [2, 3])[0..., 1 - (v .> 0)]
        }
        #expect(count?.errorText.hasPrefix("x[…]: these whole numbers come from masks and are no positions") == true)
    }
}
