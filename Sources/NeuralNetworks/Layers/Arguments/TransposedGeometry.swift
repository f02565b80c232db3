import Display

/// The window of a transposed convolution, with the sizes of the images that it makes: the window, moving over one of them,
/// has as many places as the input has pixels.
struct TransposedGeometry: Sendable {
    let window: WindowGeometry
    /// Rows and columns beyond (n − 1) · s + k, or with `.same` padding beyond (n − 1) · s, and one more where k is odd; nil
    /// for as many as make (n − 1) · s + max(k, s), or with `.same` padding n · s.
    let outputPadding: Pair?

    /// - Parameter layer: what messages call the layer.
    init(_ window: WindowGeometry, outputPadding: IntOrPair?, layer: String) {
        self.window = window
        self.outputPadding = outputPadding.map { Pair($0, argument: "\(layer): outputPadding", atLeast: 0) }
        if let problem = Self.problem(of: window, outputPadding: self.outputPadding) { misuse("\(layer): \(problem)") }
    }

    /// What keeps these from going together; nil where nothing does.
    static func problem(of window: WindowGeometry, outputPadding: Pair?) -> String? {
        if window.strides.values != [1, 1], window.dilation.values != [1, 1] {
            return "strides must be 1 where dilationRate is \(window.dilation), but is \(window.strides)"
        }
        guard let padding = outputPadding else { return nil }
        for axis in 0..<2 {
            if padding.values[axis] >= window.strides.values[axis] {
                return "outputPadding must be below strides \(window.strides), but is \(padding)"
            }
            // An even kernel without such a row would have one place less than the input has pixels.
            if window.padding == .same, window.reach(axis) % 2 + padding.values[axis] == 0 {
                return "outputPadding must be at least 1 where padding is .same and kernelSize even, but is \(padding)"
            }
        }
        return nil
    }

    func outputSizes(_ inputSizes: [Int]) -> [Int] {
        (0..<2).map { axis in
            let (stride, reach) = (window.strides.values[axis], window.reach(axis))
            let extra = outputPadding?.values[axis]
            let distance = (inputSizes[axis] - 1) * stride
            switch window.padding {
            case .valid: return distance + reach + (extra ?? max(stride - reach, 0))
            case .same: return distance + (extra.map { reach % 2 + $0 } ?? stride)
            }
        }
    }
}
