import Display
import Tensors

extension Profile {
    /// Where the time of a training step goes: a row a command, and the machine's peak to compare with.
    var table: TableOutput {
        let total = secondsAStep
        let peak = Processor.peakOperationsASecond
        let rows = rows.map { row in
            let seconds = row.seconds / Double(row.runs)
            let rate = row.operations / seconds
            return [
                row.layer, row.pass, row.implementation, NumberText.fixed(seconds * 1e3, decimals: 3),
                row.operations > 0 ? NumberText.fixed(rate / 1e9, decimals: 0) : "",
                row.operations > 0 ? NumberText.fixed(rate / peak * 100, decimals: 0) : "",
                NumberText.fixed(seconds / total * 100, decimals: 1),
            ]
        }
        let sum = ["a step", "", "", NumberText.fixed(total * 1e3, decimals: 3), "", "", "100.0"]
        let words = ["layer", "pass", "algorithm"].map { TableOutput.Column(name: $0) }
        let numbers = ["ms", "GFLOP/s", "% of peak", "% of step"].map { TableOutput.Column(name: $0, isNumeric: true) }
        return TableOutput(columns: words + numbers, rows: rows + [sum])
    }

    private var secondsAStep: Double { rows.reduce(0) { $0 + $1.seconds / Double($1.runs) } }
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
