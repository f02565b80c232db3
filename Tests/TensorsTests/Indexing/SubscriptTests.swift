import Testing

@testable import Tensors

@Suite struct SubscriptTests {
    private let x = Tensor(0..<24).reshaped(2, 3, 4)

    @Test func `positions drop their axis, ranges keep it`() {
        #expect(x[1].shape == [3, 4])
        #expect(x[0...0].shape == [1, 3, 4])
        #expect(x[0..., 1].shape == [2, 4])
        #expect(x[0..., 0, ..<3].shape == [2, 3])
        #expect(x[1, 2, 3] == 23)
        #expect("\(x[1..., 0, ..<3])" == "[[12 13 14]]")
        #expect("\(x[0, 1..., 2...3])" == "[[ 6  7]\n [10 11]]")
        #expect("\(x[0, 0, ...1])" == "[0 1]")
    }

    @Test func `negative positions count from the end`() {
        #expect("\(x[-1, -1])" == "[20 21 22 23]")
        #expect("\(x[0, 0, (-2)...])" == "[2 3]")
        #expect("\(x[0, 0, ..<(-1)])" == "[0 1 2]")
        #expect("\(x[0, 0, ...(-2)])" == "[0 1 2]")
        #expect("\(x[0, 0, -3 ..< -1])" == "[1 2]")
        #expect("\(x[0, 0, -3 ... -1])" == "[1 2 3]")
    }

    @Test func `strides take every so many`() {
        #expect("\(x[0, 0, stride(from: 0, to: 4, by: 2)])" == "[0 2]")
        #expect("\(x[0, stride(from: 2, through: 0, by: -1), 0])" == "[8 4 0]")
        #expect(x[stride(from: 0, to: 0, by: 1)].shape == [0, 3, 4])
    }

    @Test func `every mixture takes what loops would take`() {
        let choices: [(any TensorIndex, [Int])] = [
            (1, [1]), (-1, [-1]), (0..., [0, 1, 2]), (1..<2, [1]), (..<2, [0, 1]), (0..<0, []),
            (stride(from: 2, through: 0, by: -2), [2, 0]),
        ]
        let cube = Tensor(0..<27).reshaped(3, 3, 3)
        for (a, first) in choices {
            for (b, second) in choices {
                for (c, third) in choices {
                    let expected = first.flatMap { i in
                        second.flatMap { j in third.map { k in Float((i + 3) % 3 * 9 + (j + 3) % 3 * 3 + (k + 3) % 3) }
                        }
                    }
                    #expect(cube[a, b, c].scalars == expected)
                }
            }
        }
    }

    @Test func `parts along the first axis share their memory`() {
        let part = x[1..., 0..<3]
        #expect(part.storage === x.storage)
        #expect(x[1, 2].storage === x.storage)
        #expect(x.prefix(1).reshaped(12).storage === x.storage)
        #expect(x[0..., 0].storage !== x.storage)
    }

    @Test func `parts are set, and copies stay as they were`() {
        var y = x
        y[0] = 7
        y[1, 0..., 3] = Tensor([1, 2, 3])
        y[1, 0, 0..<2] += 100
        #expect("\(y[0])" == "[[7 7 7 7]\n [7 7 7 7]\n [7 7 7 7]]")
        #expect("\(y[1])" == "[[112 113  14   1]\n [ 16  17  18   2]\n [ 20  21  22   3]]")
        #expect(x == Tensor(0..<24).reshaped(2, 3, 4))
        var part = y[1]
        part[0..., stride(from: 3, through: 0, by: -1)] = Tensor([0, 1, 2, 3])
        #expect("\(part[2])" == "[3 2 1 0]")
        #expect(y[1, 2, 0] == 20)
    }

    @Test func `whole tensors keep their type when a part is set`() {
        var bytes = Tensor(zeros: [3], .uint8)
        bytes[1] = 255
        bytes[2] = 7.0
        #expect(bytes.elementType == .uint8 && "\(bytes)" == "[  0 255   7]")
        var floats = Tensor(zeros: [2])
        floats[0] = 3
        #expect("\(floats)" == "[3. 0.]")
    }

    @Test func `the first and last ones`() {
        let rows = Tensor(0..<5)
        #expect(
            "\(rows.prefix(2)) \(rows.suffix(2)) \(rows.dropFirst()) \(rows.dropLast(3))"
                == "[0 1] [3 4] [1 2 3 4] [0 1]")
        #expect(rows.prefix(9).count == 5 && rows.suffix(9).count == 5 && rows.dropFirst(9).count == 0)
    }
}
