import Testing

@testable import Tensors

/// What the chapters in notebooks/ do with tensors, and what they print.
@Suite struct ChapterOperations {
    @Test func picturesAreDividedAndConvolved() {
        let image = Tensor(shape: [4, 4], fillingBytes: { for index in $0.indices { $0[index] = UInt8(index * 10) } })
        let scaled = image / 255
        #expect(scaled.elementType == .float32)
        #expect(scaled[0, 1].scalar == Float(10) / 255)
        let edges = image.convolved(with: Tensor([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]))
        #expect("\(edges)" == "[[80. 80.]\n [80. 80.]]")
        let mean = image.convolved(with: Tensor([[1, 1, 1], [1, 1, 1], [1, 1, 1]]) / 9)
        #expect(mean.shape == [2, 2])
    }

    @Test func theLargestOfEachSquare() {
        let picture = Tensor([
            [1, 0, 2, 3],
            [4, 6, 6, 8],
            [3, 1, 1, 0],
            [1, 2, 2, 4],
        ])
        #expect("\(picture.reshaped(2, 2, 2, 2).max(axis: 1, 3))" == "[[6 8]\n [3 4]]")
    }

    @Test func answersAreDropped() {
        let rate: Float = 0.3
        let answers = Tensor(ones: [10])
        let kept = Tensor(randomUniform: [10]) .>= rate
        let result = answers * kept / (1 - rate)
        #expect(result.shape == [10])
        #expect(result.scalars.allSatisfy { $0 == 0 || $0 == 1 / (1 - rate) })
    }

    @Test func imagesGetAChannelAndAreRepeated() {
        let images = Tensor(randomIntegers: [60, 28, 28], in: 0..<256).asType(.uint8)
        let x = images.prefix(50).reshaped(-1, 28, 28, 1) / 255
        #expect(x.shape == [50, 28, 28, 1])
        #expect(x[0...0].tiled(100, 1, 1, 1).shape == [100, 28, 28, 1])
        #expect(x[0..<5].shape == [5, 28, 28, 1])
        #expect(x[0].shape == [28, 28, 1])
        #expect("\(Tensor([3, 0, 255]).asType(.uint8).min())" == "0")
    }

    @Test func tablesAreSummedUp() {
        let table = Tensor([[1, 2, 3], [4, 5, 6]])
        #expect("\(table.shape) \(table.mean()) \(table.max(axis: 1))" == "(2, 3) 3.5 [3 6]")
        #expect("\(table * 10 + Tensor([0.5, 0, -0.5]))" == "[[10.5 20.  29.5]\n [40.5 50.  59.5]]")
        let points = Tensor([[1, 2], [2, 1], [0, 0]])
        #expect("\((points[0..., 0] .> points[0..., 1]).asType(.float32))" == "[0. 1. 0.]")
        #expect("\(points[0..., 0] .> points[0..., 1])" == "[False  True False]")
    }
}
