import Testing

@testable import Tensors

/// The table of `ElementType`, line by line.
@Suite struct ElementTypeTests {
    @Test func `bytes grow, and wrap around where a byte is wanted`() {
        let bytes = Tensor([200, 100] as [UInt8])
        #expect("\(bytes * bytes)" == "[40000 10000]" && (bytes * 1).elementType == .int32)
        #expect("\((bytes + bytes).asType(.uint8))" == "[144 200]")
        #expect("\(bytes.sum()) \(bytes.mean())" == "300 150.0")
        #expect("\(bytes.sum().elementType) \(bytes.mean().elementType)" == "int32 float32")
    }

    @Test func `whole numbers wrap around in arithmetic`() {
        let large = Tensor([Int32.max, Int32.min])
        #expect("\(large + large)" == "[-2  0]")
        #expect("\(-large[1]) \(abs(large[1])) \(large[0] * 2)" == "-2147483648 -2147483648 -2")
        #expect("\(matmul(large, Tensor([2, 0])))" == "-2")
        #expect("\(large.mean())" == "-0.5")
    }

    @Test func `means of whole numbers are made of all their digits`() {
        #expect(Double(Tensor([16_777_217, 16_777_219]).mean()) == 16_777_218)
        #expect(Double(Tensor([2_000_000_001, -2_000_000_000]).mean()) == 0.5)
        #expect("\(Tensor([2_000_000_000, 2_000_000_000]).mean())" == "2e+09")
    }

    @Test func `division gives floats, and by zero infinity`() {
        #expect("\(Tensor([7, -7]) / 2)" == "[ 3.5 -3.5]")
        #expect("\(Tensor([1, -1, 0]) / 0)" == "[ inf -inf  nan]")
        #expect("\(Tensor([true, false]) / Tensor([false, false]))" == "[inf nan]")
        #expect("\(Tensor([1 as UInt8]) / 0)" == "[inf]")
    }

    @Test func `floats become infinite`() {
        #expect("\(Tensor([3e38]) * 10) \(Tensor([-1e300]))" == "[inf] [-inf]")
        #expect("\(Tensor(zeros: [0]).mean()) \(Tensor(zeros: [0]).sum())" == "nan 0.0")
    }

    @Test func `a large number beside floats is one of them`() {
        #expect("\(Tensor([1.0]) * 5_000_000_000)" == "[5.e+09]")
        #expect("\(5_000_000_000 - Tensor([1.0]))" == "[5.e+09]")
        #expect("\(Tensor([10_000_000]) / 5_000_000_000)" == "[0.002]")
        #expect((Tensor([1.0]) .< 5_000_000_000).isAllTrue && Tensor([1.0])[0] < 5_000_000_000)
        var x = Tensor(zeros: [2])
        x[0] = 5_000_000_000
        #expect("\(x)" == "[5.e+09 0.e+00]")
    }

    @Test func `a whole number that does not fit is misuse`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor([1, 5_000_000_000])
        }
        #expect(
            result?.errorText
                == "Tensor: 5000000000 does not fit int32, whose numbers are -2147483648 to 2147483647; for float32, "
                + "which keeps 7 digits, write it as a Double\n")
    }

    @Test func `nor does one in a range, or beside whole numbers`() async {
        let ofRange = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(2_147_483_646...2_147_483_648)
        }
        #expect(ofRange?.errorText.hasPrefix("Tensor: 2147483648 does not fit int32") == true)
        let factor = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor([1]) * Int.max
        }
        #expect(factor?.errorText.hasPrefix("Tensor: 9223372036854775807 does not fit int32") == true)
    }

    @Test func `a sum of whole numbers that does not fit is misuse`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor([[2_000_000_000, 2_000_000_000], [1, 2]]).sum(axis: 1)
        }
        #expect(
            result?.errorText
                == "sum: 4000000000 does not fit int32, whose numbers are -2147483648 to 2147483647; for float32, which "
                + "keeps 7 digits, write asType(.float32).sum(), or take the mean()\n")
    }

    @Test func `halves are rounded to even, whole numbers stay`() {
        #expect("\(Tensor([-2.5, -0.5, 0.5, 1.5, 2.5]).rounded())" == "[-2. -0.  0.  2.  2.]")
        let large = Tensor([16_777_217, -3])
        #expect(large.rounded() == large && large.rounded(.up).elementType == .int32)
        #expect(Tensor([7 as UInt8]).rounded().elementType == .uint8)
    }
}
