import Testing

@testable import Tensors

@Suite struct CreationTests {
    @Test func `nested arrays give a shape and the type of their numbers`() {
        #expect(Tensor(5).shape == [])
        #expect(Tensor([1, 2, 3]).elementType == .int32)
        #expect(Tensor([[1, 0.5], [0, 1]]).elementType == .float32)
        #expect(Tensor([[[1], [2]], [[-3], [4]]]).shape == [2, 2, 1])
        #expect(Tensor([true, false]).elementType == .bool)
        #expect(Tensor([1, 2] as [UInt8]).elementType == .uint8)
        #expect(Tensor([[Float]]()).shape == [0, 0])
    }

    @Test func `large numbers make floats where they are written as such`() {
        #expect(Tensor([3_000_000_000 as Double, 1]).elementType == .float32)
        #expect(Tensor(-2_147_483_648).elementType == .int32)
    }

    @Test func `ranges and strides stand for their numbers`() {
        #expect("\(Tensor(0..<5))" == "[0 1 2 3 4]")
        #expect("\(Tensor(1...3))" == "[1 2 3]")
        #expect("\(Tensor(stride(from: 0, to: 1, by: 0.25)))" == "[0.   0.25 0.5  0.75]")
        #expect("\(Tensor(stride(from: 10, through: 0, by: -5)))" == "[10  5  0]")
        #expect(Tensor([0..<3, 3..<6]).shape == [2, 3])
    }

    @Test func `filled tensors`() {
        #expect("\(Tensor(zeros: [2]))" == "[0. 0.]")
        #expect("\(Tensor(ones: [2], .int32))" == "[1 1]")
        #expect("\(Tensor(repeating: 0.5, shape: [2, 2]))" == "[[0.5 0.5]\n [0.5 0.5]]")
        #expect("\(Tensor(identity: 2))" == "[[1. 0.]\n [0. 1.]]")
        #expect("\(Tensor(linearSpaceFrom: 0, through: 1, count: 5))" == "[0.   0.25 0.5  0.75 1.  ]")
        #expect("\(Tensor(linearSpaceFrom: 3, through: 9, count: 1))" == "[3.]")
        #expect("\(Tensor(shape: [2, 2], [1, 2, 3, 4]))" == "[[1. 2.]\n [3. 4.]]")
    }

    @Test func `arrays of different lengths side by side are misuse`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor([[1, 2], [3]])
        }
        #expect(
            result?.errorText
                == "Tensor: nested arrays must be of the same length, but at depth 2 one has 2 elements and another 1\n"
        )
    }

    @Test func `other types cut, hold and wrap`() {
        #expect("\(Tensor([-1.5, 1.5, 300, .nan, .infinity]).asType(.uint8))" == "[  0   1 255   0 255]")
        #expect("\(Tensor([-1.5, 1e10, .nan]).asType(.int32))" == "[        -1 2147483647          0]")
        #expect("\(Tensor([256, -1]).asType(.uint8))" == "[  0 255]")
        #expect("\(Tensor([0, 0.1, -3]).asType(.bool))" == "[False  True  True]")
    }

    @Test func `a tensor of one number becomes a Swift number`() {
        #expect(Int(Tensor([7])) == 7)
        #expect(Float(Tensor(0.5)) == 0.5)
        #expect(Double(Tensor([[3]])) == 3)
        #expect(Tensor([1, 2]).scalars == [1, 2])
        #expect(Tensor(2.5).scalar == 2.5)
    }
}
