import Testing

@testable import Tensors

@Suite struct MaskTests {
    private let v = Tensor([3, 1, 4, 1, 5, 9])
    private var a: Tensor { v .> 2 }
    private var b: Tensor { v .< 5 }

    @Test func `masks are joined and turned, and choose`() {
        #expect("\(v[a .& b])" == "[3 4]")
        #expect("\(v[a .^ b])" == "[1 1 5 9]")
        #expect("\(v[.!a])" == "[1 1]")
        #expect("\(v[.!a .| v .== 9])" == "[1 1 9]")
        var mask = a
        mask .&= b
        mask .|= v .== 1
        mask .^= b
        #expect("\(v[mask])" == "[]")
        #expect("\(Tensor([[true], [false]]) .& Tensor([true, false]))" == "[[ True False]\n [False False]]")
    }

    @Test func `arithmetic of two masks gives a mask`() {
        #expect("\(v[a * b])" == "[3 4]")
        #expect("\(v[minimum(a, b)])" == "[3 4]")
        #expect("\(v[a + (v .== 1)])" == "[3 1 4 1 5 9]")
        #expect("\(v[maximum(v .== 9, v .== 1)])" == "[1 1 9]")
        #expect("\(abs(a) == a)" == "true")
        var both = a
        both *= b
        both += b
        #expect(both == b && both.elementType == .bool)
    }

    @Test func `a mask and a number give whole numbers, quotients are floats`() {
        #expect("\(a * 2)" == "[2 0 2 0 2 2]" && "\(1 - a)" == "[0 1 0 1 0 0]")
        #expect((a * v).elementType == .int32 && (a * 0.5).elementType == .float32)
        #expect((a / b).elementType == .float32 && pow(a, b).elementType == .float32)
        #expect("\(a.sum()) \(a.mean()) \(matmul(a, b))" == "4 0.6666667 2")
    }

    @Test(arguments: Turned.allCases) func `whole numbers of masks are no positions`(_ way: Turned) async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { [way] in
            _ = Tensor([3, 1, 4])[way.numbers(of: Tensor([true, false, true]))]
        }
        #expect(
            result?.errorText
                == "x[…]: these whole numbers come from masks and are no positions: join masks by .&, .| and .^, turn them "
                + "by .!, or, where positions are meant, write gathered(at:)\n")
    }

    enum Turned: CaseIterable, Codable {
        case subtracted, multiplied, changed, reshaped, flipped
        case concatenated, besideNumbers, stacked, summed, summedNumbers, largest, gathered, matrixProduct
        case timesPositions, numbersTimesPositions, changedByPositions, smallerOfPositions

        func numbers(of mask: Tensor) -> Tensor {
            switch self {
            case .subtracted: return 1 - mask
            case .multiplied: return mask * 1 + mask
            case .changed:
                var numbers = mask * 2
                numbers -= mask
                return numbers
            case .reshaped: return (mask * 1).reshaped(1, 3)[0]
            case .flipped: return (1 - mask).flipped(axis: 0)
            case .timesPositions: return mask * Tensor([0, 1, 2])
            case .numbersTimesPositions: return Tensor([2, 1, 0]) * (1 - mask)
            case .changedByPositions:
                var numbers = Tensor([0, 1, 2])
                numbers *= mask
                return numbers
            case .smallerOfPositions: return minimum(Tensor([0, 1, 2]), mask)
            default: return joined(mask)
            }
        }

        private func joined(_ mask: Tensor) -> Tensor {
            switch self {
            case .concatenated: Tensor(concatenating: [mask * 1, mask * 1])
            case .besideNumbers: Tensor(concatenating: [Tensor([0, 1]), mask])
            case .stacked: Tensor(stacking: [mask * 1, 1 - mask])[0]
            case .summed: Tensor(stacking: [mask, mask]).sum(axis: 0)
            case .summedNumbers: Tensor(stacking: [mask * 1, mask * 1]).sum(axis: 1)
            case .largest: Tensor(stacking: [mask * 1, 1 - mask]).max(axis: 0)
            case .gathered: (mask * 1).gathered(at: [0, 2])
            default: matmul(Tensor(stacking: [mask, mask]), mask)
            }
        }
    }

    @Test func `positions that a mask moves are positions still`() {
        let positions = Tensor([0, 1, 2])
        #expect("\(v[positions + a.prefix(3)])" == "[1 1 1]")
        #expect("\(v.gathered(at: a * 1))" == "[1 3 1 3 1 1]")
        #expect("\(v[a.asType(.int32)])" == "[1 3 1 3 1 1]")
        #expect("\(v[(a * 1).asType(.int32)])" == "[1 3 1 3 1 1]")
        #expect("\(v.gathered(at: a * Tensor(0..<6)))" == "[3 3 4 3 5 9]")
        #expect("\(v[Tensor(concatenating: [positions, positions + 3])])" == "[3 1 4 1 5 9]")
        #expect("\(v[Tensor([[0, 1], [2, 3]]).sum(axis: 1)])" == "[1 9]")
        #expect("\(v[positions * (a.sum() - 3)])" == "[3 1 4]")
        #expect("\(v[(.!a * 1).reshaped(2, 3).argmax(axis: 1)])" == "[1 3]")
        #expect("\(v[Tensor(concatenating: [a.prefix(3), b.suffix(3)])])" == "[3 4 1]")
    }

    @Test func `masks have no difference`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor([true]) - Tensor([false])
        }
        #expect(
            result?.errorText
                == "-: two masks have no difference; write a .& .!b for where only the first is true, a .^ b for where "
                + "they differ, or a.asType(.int32) - b for numbers\n")
    }

    @Test func `a mask has no negative`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = -Tensor([true])
        }
        #expect(result?.errorText == "-: a mask has no negative; write .!mask for where it is false\n")
    }

    @Test func `only masks are joined`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor([1, 0]) .& Tensor([true, true])
        }
        #expect(
            result?.errorText
                == ".& joins two masks, but these are int32 and bool; compare first, as in x .!= 0\n")
    }

    @Test func `only masks are turned`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = .!Tensor([1, 0])
        }
        #expect(result?.errorText == ".! takes a mask, but this is int32; compare first, as in x .== 0\n")
    }
}
