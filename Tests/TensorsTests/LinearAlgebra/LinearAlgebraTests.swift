import Testing

@testable import Tensors

@Suite struct LinearAlgebraTests {
    @Test func `matrices and vectors are multiplied`() {
        let a = Tensor([[1, 2], [3, 4]]), v = Tensor([5, 6])
        #expect("\(matmul(a, a))" == "[[ 7 10]\n [15 22]]")
        #expect("\(matmul(a, v)) \(matmul(v, a)) \(matmul(v, v))" == "[17 39] [23 34] 61")
        #expect("\(matmul(a / 2, v))" == "[ 8.5 19.5]")
    }

    @Test func `stacks of matrices are broadcast`() {
        let stack = Tensor(0..<12).reshaped(3, 2, 2), identity = Tensor(identity: 2)
        #expect(matmul(stack, identity) == stack)
        #expect(matmul(identity, stack) == stack)
        #expect(matmul(stack.reshaped(3, 1, 2, 2), stack).shape == [3, 3, 2, 2])
        #expect(matmul(stack, Tensor([1, 1])).shape == [3, 2])
        #expect(matmul(Tensor(zeros: [2, 0]), Tensor(zeros: [0, 3])) == Tensor(zeros: [2, 3]))
    }

    @Test func `a large product is the sum of its products`() {
        var generator = RandomGenerator(seed: 1)
        let a = generator.uniform([37, 129]), b = generator.uniform([129, 21])
        let product = matmul(a, b)
        let expected = (a.reshaped(37, 129, 1) * b.reshaped(1, 129, 21)).sum(axis: 1)
        #expect(product.isApproximatelyEqual(to: expected))
    }

    /// The library has other kernels for other sizes.
    @Test(arguments: [1, 8, 16, 63, 1088, 2048, 4097]) func `products of many sizes are the sums of their products`(
        columns: Int
    ) {
        for inner in [1, 2, 8, 10, 16, 17, 32, 33, 300, 2048] {
            for rows in [1, 2, 7, 16, 32, 33, 64, 129] where rows * inner * columns <= 3_000_000 {
                let error = errorOfProduct(rows, inner, columns)
                #expect(error < 1e-5 * Double(inner).squareRoot(), "\(rows) × \(inner) × \(columns)")
            }
        }
    }

    /// The largest difference from sums in double precision.
    private func errorOfProduct(_ rows: Int, _ inner: Int, _ columns: Int) -> Double {
        var generator = RandomGenerator(seed: 2)
        let a = generator.uniform([rows, inner], in: -1..<1), b = generator.uniform([inner, columns], in: -1..<1)
        var sums = [Double](repeating: 0, count: rows * columns)
        a.withFloats { a in
            b.withFloats { b in
                for row in 0..<rows {
                    for position in 0..<inner {
                        let factor = Double(a[row * inner + position])
                        for column in 0..<columns {
                            sums[row * columns + column] += factor * Double(b[position * columns + column])
                        }
                    }
                }
            }
        }
        return matmul(a, b).withFloats { zip($0, sums).map { abs(Double($0) - $1) }.max()! }
    }

    @Test func `matrices that do not fit are misuse`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = matmul(Tensor(zeros: [2, 3]), Tensor(zeros: [2, 3]))
        }
        #expect(
            result?.errorText
                == "matmul: the first matrix must have as many columns as the second has rows, but the shapes are (2, 3) "
                + "and (2, 3)\n")
    }

    @Test func `filters go over every place, each channel by itself`() {
        let image = Tensor(0..<12).reshaped(3, 4)
        let kernel = Tensor([[1, 0], [0, -1]])
        #expect("\(image.convolved(with: kernel))" == "[[-5. -5. -5.]\n [-5. -5. -5.]]")
        let colours = Tensor(stacking: [image, image * 2], axis: -1)
        let filtered = colours.convolved(with: kernel)
        #expect(filtered.shape == [2, 3, 2])
        #expect(filtered[0..., 0..., 1] == image.convolved(with: kernel) * 2)
    }

    @Test func `a filter larger than the image is misuse`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [2, 2]).convolved(with: Tensor(zeros: [3, 3]))
        }
        #expect(
            result?.errorText == "convolved: a filter of shape (3, 3) does not fit into an image of shape (2, 2)\n")
    }
}
