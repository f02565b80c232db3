import Display
import Testing

@testable import NeuralNetworks

struct ProfileTests {
    private func row(_ implementation: String, operations: Double, seconds: Double) -> Profile.Row {
        var row = Profile.Row(
            layer: "conv2d", pass: "forward", implementation: implementation, operations: operations)
        (row.seconds, row.runs) = (seconds, 2)
        return row
    }

    @Test func `what is above the peak says why`() {
        let rows = [
            row("winograd_4x3", operations: 3e9, seconds: 0.002),
            row("jit_wino_4x3:avx512", operations: 1e9, seconds: 0.002),
            row("brgconv", operations: 1e9, seconds: 0.002), row("relu", operations: 0, seconds: 0.001),
        ]
        let table = Profile.table(of: rows, measuredPeak: 2e12)
        #expect(table.isProfile)
        #expect(
            table.rows == [
                ["conv2d", "forward", "winograd_4x3, fewer operations than counted", "1.000", "3000", "150", "28.6"],
                ["conv2d", "forward", "jit_wino_4x3:avx512", "1.000", "1000", "50", "28.6"],
                ["conv2d", "forward", "brgconv", "1.000", "1000", "50", "28.6"],
                ["conv2d", "forward", "relu", "0.500", "", "", "14.3"], ["a step", "", "", "3.500", "", "", "100.0"],
            ])
    }

    @Test func `a direct computation above the measured peak is the peak`() {
        let rows = [row("brgconv", operations: 4e9, seconds: 0.002), row("gemm", operations: 1e9, seconds: 0.002)]
        #expect(Profile.table(of: rows, measuredPeak: 2e12).rows.map { $0[5] } == ["100", "25", ""])
    }
}
