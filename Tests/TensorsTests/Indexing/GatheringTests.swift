import Testing

@testable import Tensors

@Suite struct GatheringTests {
    private let x = Tensor([[1, 2, 3], [4, 5, 6]])

    @Test func `parts are gathered in any order`() {
        #expect("\(x.gathered(at: [1, 0, 1]))" == "[[4 5 6]\n [1 2 3]\n [4 5 6]]")
        #expect("\(x.gathered(at: [0, -1], axis: 1))" == "[[1 3]\n [4 6]]")
        #expect("\(x.gathered(at: Tensor([1])))" == "[[4 5 6]]")
        #expect("\(x[Tensor([1, 0])])" == "[[4 5 6]\n [1 2 3]]")
        #expect(x.gathered(at: []).shape == [0, 3])
    }

    @Test func `masks choose along the axes that they lie on`() {
        #expect("\(x[Tensor([false, true])])" == "[[4 5 6]]")
        #expect("\(x[x .> 2])" == "[3 4 5 6]")
        let labels = Tensor([9, 0, 9])
        #expect(Tensor(zeros: [3, 28, 28])[labels .== 9].shape == [2, 28, 28])
    }

    @Test func `numbers are set where a mask is true`() {
        var y = x
        y[y .> 4] = 0
        #expect("\(y)" == "[[1 2 3]\n [4 0 0]]")
        y[Tensor([true, false])] = Tensor([7, 8, 9])
        #expect("\(y)" == "[[7 8 9]\n [4 0 0]]")
        y[y .== 0] = Tensor([-1, -2])
        #expect("\(y)" == "[[ 7  8  9]\n [ 4 -1 -2]]")
        #expect(x[0, 0] == 1)
    }
}
