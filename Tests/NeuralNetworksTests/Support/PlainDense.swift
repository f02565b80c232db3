import Tensors

/// A dense layer's passes as their definitions say, in double precision: what those of the engine have to agree with.
struct PlainDense {
    let rows: Int
    let inputs: Int
    let outputs: Int

    /// x · kernel + bias
    func forward(_ x: [Float], kernel: [Float], bias: [Float]) -> [Float] {
        var sums = (0..<rows).flatMap { _ in bias.map(Double.init) }
        forEachProduct { row, input, output in
            sums[row * outputs + output] += Double(x[row * inputs + input]) * Double(kernel[input * outputs + output])
        }
        return sums.map(Float.init)
    }

    /// The gradients with respect to x, kernel and bias where that with respect to the results is given.
    func gradients(_ x: [Float], kernel: [Float], results: [Float]) -> (x: [Float], kernel: [Float], bias: [Float]) {
        var byX = [Double](repeating: 0, count: rows * inputs)
        var byKernel = [Double](repeating: 0, count: inputs * outputs)
        var byBias = [Double](repeating: 0, count: outputs)
        forEachProduct { row, input, output in
            let gradient = Double(results[row * outputs + output])
            byX[row * inputs + input] += gradient * Double(kernel[input * outputs + output])
            byKernel[input * outputs + output] += gradient * Double(x[row * inputs + input])
            if input == 0 { byBias[output] += gradient }
        }
        return (byX.map(Float.init), byKernel.map(Float.init), byBias.map(Float.init))
    }

    private func forEachProduct(_ body: (_ row: Int, _ input: Int, _ output: Int) -> Void) {
        for row in 0..<rows {
            for input in 0..<inputs {
                for output in 0..<outputs { body(row, input, output) }
            }
        }
    }
}
