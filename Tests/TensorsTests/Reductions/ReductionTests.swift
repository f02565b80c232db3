import Testing

@testable import Tensors

@Suite struct ReductionTests {
    private let x = Tensor([[1, 2, 3], [4, 5, 9]])

    @Test func `over all numbers, a number comes out`() {
        #expect("\(x.sum()) \(x.mean()) \(x.max()) \(x.min())" == "24 4.0 9 1")
        #expect(x.sum().shape == [])
        #expect("\(Tensor([3, 0, 255] as [UInt8]).min())" == "0")
        #expect("\(Tensor([0.5, 1.5]).max())" == "1.5")
        #expect("\(Tensor([true, false]).max())" == "True")
    }

    @Test func `along axes`() {
        #expect("\(x.sum(axis: 0))" == "[ 5  7 12]")
        #expect("\(x.mean(axis: 1))" == "[2. 6.]")
        #expect("\(x.max(axis: -1, keepingDimensions: true))" == "[[3]\n [9]]")
        #expect("\(x.min(axis: 0, 1, keepingDimensions: true))" == "[[1]]")
        #expect((x - x.mean(axis: 1, keepingDimensions: true)).sum(axis: 1) == Tensor([0, 0]))
    }

    @Test(arguments: [[0], [1], [2], [3], [0, 1], [0, 2], [1, 3], [0, 1, 3], [0, 2, 3], [1, 2, 3], [0, 1, 2, 3]])
    func `every choice of axes adds what loops would add`(_ axes: [Int]) {
        let sizes = [3, 4, 5, 6]
        let cube = Tensor(0..<360).reshaped(Shape(sizes))
        var sums: [Int: Float] = [:]
        for index in 0..<360 {
            let place = [index / 120, index / 30 % 4, index / 6 % 5, index % 6]
            let kept = (0..<4).filter { !axes.contains($0) }
            sums[kept.reduce(0) { $0 * sizes[$1] + place[$1] }, default: 0] += Float(index)
        }
        let reduced = Reduction("sum", of: cube, along: axes).results(.sum)
        #expect(reduced == sums.sorted { $0.key < $1.key }.map { Double($0.value) })
    }

    @Test func `large sums are exact for whole numbers, on every path`() {
        let x = Tensor(0..<400_000)
        #expect(Double(x.asType(.float32).sum()) == Double(Float(79_999_800_000)))
        #expect((x - 200_000).sum() == -200_000)
        let table = (x - 200_000).reshaped(1000, 400)
        #expect(table.sum(axis: 0).sum() == -200_000)
        #expect(table.sum(axis: 1).max() == 400 * 199_600 + 79_800)
        #expect(table.reshaped(2, 200_000).max(axis: 0).max() == 199_999)
        #expect("\((table.reshaped(2, 100_000, 2) .> 0).sum(axis: 1))" == "[[     0      0]\n [ 99999 100000]]")
    }

    @Test func `sums of bytes are whole numbers`() {
        #expect(Tensor([1, 2] as [UInt8]).sum().elementType == .int32)
    }

    @Test func `NaN comes through`() {
        let x = Tensor([1, .nan, 3])
        #expect("\(x.max()) \(x.min()) \(x.sum()) \(x.argmax())" == "nan nan nan 1")
    }

    @Test func `spread`() {
        let x = Tensor([[1, 3], [5, 7]])
        #expect("\(x.variance()) \(x.variance(axis: 0)) \(x.standardDeviation(axis: 1))" == "5.0 [4. 4.] [1. 1.]")
        #expect(x.standardDeviation(axis: 1, keepingDimensions: true).shape == [2, 1])
    }

    @Test func `positions of extremes`() {
        #expect(
            "\(x.argmax(axis: 0)) \(x.argmax(axis: 1)) \(x.argmin(axis: -1)) \(x.argmax())" == "[1 1 1] [2 2] [0 0] 5")
        #expect("\(Tensor([3, 7, 7]).argmax())" == "1")
        #expect(Tensor([16_777_216, 16_777_217]).argmax() == 1)
        #expect("\(Tensor([1, .nan, .nan, 0]).argmin())" == "1")
        #expect(Tensor(zeros: [2, 3, 4]).argmax(axis: 1).shape == [2, 4])
    }

    @Test func `classes`() {
        #expect("\(Tensor([1, 1, 1, 1]).softmax())" == "[0.25 0.25 0.25 0.25]")
        let probabilities = Tensor([[1000.0, 1000], [0, -1000]]).softmax()
        #expect("\(probabilities)" == "[[0.5 0.5]\n [1.  0. ]]")
        #expect("\(Tensor([2, 0]).oneHot(depth: 3))" == "[[0. 0. 1.]\n [1. 0. 0.]]")
    }

    @Test func `the largest of nothing is misuse`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [0, 3]).max(axis: 0)
        }
        #expect(result?.errorText == "max: there is no number along the reduced axes of a tensor of shape (0, 3)\n")
    }

    @Test func `a class beyond the depth is misuse`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor([0, 3]).oneHot(depth: 3)
        }
        #expect(result?.errorText == "oneHot: class numbers must be in 0..<3, but are in 0...3\n")
    }
}
