import Display
import Tensors

extension Profile {
    /// Where the time of a training step goes: a row a command, and the machine's peak to compare with.
    ///
    /// Operations are counted as a direct computation does them. Winograd's algorithm does fewer, so it can be above the
    /// peak; its row says so.
    ///
    /// - Parameter measuredPeak: operations a second. A direct computation that was faster shows that the peak is higher.
    static func table(of rows: [Row], measuredPeak: Double) -> TableOutput {
        let total = rows.reduce(0) { $0 + $1.secondsARun }
        let peak = rows.filter { !$0.countsTooMany }.map(\.rate).reduce(measuredPeak, max)
        let rows = rows.map { row in
            let isAbove = (row.rate / peak * 100).rounded() > 100
            return [
                row.layer, row.pass, row.implementation + (isAbove ? ", \(TableOutput.fewerOperations)" : ""),
                NumberText.fixed(row.secondsARun * 1e3, decimals: 3),
                row.operations > 0 ? NumberText.fixed(row.rate / 1e9, decimals: 0) : "",
                row.operations > 0 ? NumberText.fixed(row.rate / peak * 100, decimals: 0) : "",
                NumberText.fixed(row.secondsARun / total * 100, decimals: 1),
            ]
        }
        let sum = ["a step", "", "", NumberText.fixed(total * 1e3, decimals: 3), "", "", "100.0"]
        let words = ["layer", "pass", "algorithm"].map { TableOutput.Column(name: $0) }
        let numbers = ["ms", "GFLOP/s", "% of peak", TableOutput.shareOfStep]
            .map { TableOutput.Column(name: $0, isNumeric: true) }
        return TableOutput(columns: words + numbers, rows: rows + [sum])
    }

    var table: TableOutput { Self.table(of: rows, measuredPeak: Processor.peakOperationsASecond) }
}

extension Profile.Row {
    fileprivate var secondsARun: Double { seconds / Double(runs) }

    /// Operations a second.
    fileprivate var rate: Double { operations / secondsARun }

    /// Whether the algorithm does fewer operations than a direct computation.
    fileprivate var countsTooMany: Bool { implementation.contains("wino") }
}

extension Processor {
    /// Floating-point operations a second of a product of two 1024 × 1024 matrices: the most that this machine gives.
    ///
    /// Algorithms that do fewer multiplications than a direct computation can be above it.
    static let peakOperationsASecond: Double = {
        let size = 1024
        let problem = InnerProductProblem(rows: size, inputs: size, outputs: size, hasBias: false)
        let descriptor = problem.forward(isTraining: false, isRectified: false)
        let memories = [
            (Argument.source, problem.source), (Argument.weights, descriptor.weights),
            (Argument.destination, problem.destination), (Argument.scratchpad, descriptor.scratchpad),
        ].map { ($0, $1, AlignedMemory(byteCount: $1.byteCount)) }
        let product = Primitive(descriptor, memories.map { ($0, $1, $2.address) })
        // The primitive knows its memory by address alone.
        let times = withExtendedLifetime(memories) {
            (0..<10).map { _ in
                let start = secondsSinceBoot()
                product.run()
                return secondsSinceBoot() - start
            }
        }
        return 2 * Double(size * size * size) / times.min()!
    }()
}
