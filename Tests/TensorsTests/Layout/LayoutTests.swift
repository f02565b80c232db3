import Testing

@testable import Tensors

@Suite struct LayoutTests {
    private let x = Tensor([[1, 2, 3], [4, 5, 6]])

    @Test func `reshaping keeps the order, and fills in one size`() {
        #expect("\(x.reshaped(3, 2))" == "[[1 2]\n [3 4]\n [5 6]]")
        #expect(x.reshaped(-1).shape == [6])
        #expect(x.reshaped([1, -1, 2]).shape == [1, 3, 2])
        #expect(x.flattened().shape == [6])
        #expect(Tensor(zeros: [0, 3]).reshaped(0, 7).shape == [0, 7])
    }

    @Test func `axes change places`() {
        #expect("\(x.transposed())" == "[[1 4]\n [2 5]\n [3 6]]")
        let cube = Tensor(0..<24).reshaped(2, 3, 4)
        let turned = cube.transposed(2, 0, 1)
        #expect(turned.shape == [4, 2, 3])
        for i in 0..<2 { for j in 0..<3 { for k in 0..<4 { #expect(turned[k, i, j] == cube[i, j, k]) } } }
        #expect(cube.transposed(0, 1, -1) == cube)
        #expect("\(x.flipped(axis: 1))" == "[[3 2 1]\n [6 5 4]]")
        #expect("\(x.flipped(axis: 0).flipped(axis: 0))" == "\(x)")
    }

    @Test func `axes of size 1 come and go`() {
        #expect(x.expandingDimension(at: 0).shape == [1, 2, 3])
        #expect(x.expandingDimension(at: -1).shape == [2, 3, 1])
        #expect(x.expandingDimension(at: 1).squeezed().shape == [2, 3])
        #expect(Tensor(zeros: [1, 2, 1]).squeezed(axis: -1).shape == [1, 2])
    }

    @Test func `tensors are repeated`() {
        #expect("\(Tensor([[1, 2]]).tiled(2, 2))" == "[[1 2 1 2]\n [1 2 1 2]]")
        #expect("\(Tensor([1, 2]).tiled(2, 1))" == "[[1 2]\n [1 2]]")
        #expect("\(x.tiled(2))" == "[[1 2 3 1 2 3]\n [4 5 6 4 5 6]]")
        #expect(x[0...0].tiled(100, 1).shape == [100, 3])
        #expect(x.tiled(0, 1).shape == [0, 3])
    }

    @Test func `tensors are joined`() {
        #expect("\(Tensor(concatenating: [x, x[0...0]]))" == "[[1 2 3]\n [4 5 6]\n [1 2 3]]")
        #expect(
            "\(Tensor(concatenating: [x, Tensor([[0.5], [1.5]])], axis: 1))"
                == "[[1.  2.  3.  0.5]\n [4.  5.  6.  1.5]]")
        #expect("\(Tensor(stacking: [Tensor([1, 2]), Tensor([3, 4])], axis: 1))" == "[[1 3]\n [2 4]]")
        #expect(Tensor(stacking: x.unstacked()) == x)
        #expect(Tensor(stacking: [Tensor([true]), Tensor([false])]).elementType == .bool)
    }
}
