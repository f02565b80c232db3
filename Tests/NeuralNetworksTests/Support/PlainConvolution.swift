import Tensors

/// A convolution as its definition says, in double precision, channels last: what oneDNN's has to agree with.
struct PlainConvolution {
    var strides = (1, 1)
    var dilation = (1, 1)
    /// Zeros above and left of the image.
    var margin = (0, 0)
    let outputSize: (Int, Int)

    /// Calls the body with the positions in output, kernel and input of each product.
    private func forEachProduct(_ input: Shape, _ kernel: Shape, _ body: (_ o: Int, _ k: Int, _ i: Int) -> Void) {
        let (height, width, channels, filters) = (input[1], input[2], input[3], kernel[3])
        for n in 0..<input[0] {
            for y in 0..<outputSize.0 {
                for x in 0..<outputSize.1 {
                    for a in 0..<kernel[0] {
                        for b in 0..<kernel[1] {
                            let row = y * strides.0 + a * dilation.0 - margin.0
                            let column = x * strides.1 + b * dilation.1 - margin.1
                            guard (0..<height).contains(row), (0..<width).contains(column) else { continue }
                            for c in 0..<channels {
                                let i = ((n * height + row) * width + column) * channels + c
                                for f in 0..<filters {
                                    let o = ((n * outputSize.0 + y) * outputSize.1 + x) * filters + f
                                    body(o, ((a * kernel[1] + b) * channels + c) * filters + f, i)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    func callAsFunction(_ input: Tensor, kernel: Tensor) -> [Float] {
        let (x, k) = (input.values, kernel.values)
        var result = [Double](repeating: 0, count: outputCount(input, kernel))
        forEachProduct(input.shape, kernel.shape) { o, w, i in result[o] += Double(x[i]) * Double(k[w]) }
        return result.map(Float.init)
    }

    /// The gradients by kernel and input where that by the output is given.
    func gradients(_ input: Tensor, kernel: Tensor, output: [Float]) -> (kernel: [Float], input: [Float]) {
        let (x, k) = (input.values, kernel.values)
        var byKernel = [Double](repeating: 0, count: k.count)
        var byInput = [Double](repeating: 0, count: x.count)
        forEachProduct(input.shape, kernel.shape) { o, w, i in
            byKernel[w] += Double(output[o]) * Double(x[i])
            byInput[i] += Double(output[o]) * Double(k[w])
        }
        return (byKernel.map(Float.init), byInput.map(Float.init))
    }

    private func outputCount(_ input: Tensor, _ kernel: Tensor) -> Int {
        input.shape[0] * outputSize.0 * outputSize.1 * kernel.shape[3]
    }
}
