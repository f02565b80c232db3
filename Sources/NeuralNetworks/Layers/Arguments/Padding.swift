/// What happens where a window reaches over the border of an image.
public enum Padding: String, Sendable {
    /// The window stays inside; the image shrinks: ⌈(n − k + 1) / s⌉ places.
    case valid
    /// Zeros are put around the image: ⌈n / s⌉ places, the odd pixel at the bottom and right.
    case same
}

/// A window that moves over an image, with the number of its places and the padding that it needs.
struct WindowGeometry: Sendable {
    let size: Pair
    let strides: Pair
    let dilation: Pair
    let padding: Padding

    /// The places of the window over an image of this height and width.
    func outputSizes(_ inputSizes: [Int]) -> [Int] {
        axes.map { axis in
            let input = inputSizes[axis]
            switch padding {
            case .valid: return (input - reach(axis)) / strides.values[axis] + 1
            case .same: return (input + strides.values[axis] - 1) / strides.values[axis]
            }
        }
    }

    /// Pixels to add before and after the image.
    func margins(_ inputSizes: [Int]) -> (before: [Int], after: [Int]) {
        guard padding == .same else { return ([0, 0], [0, 0]) }
        let places = outputSizes(inputSizes)
        let totals = axes.map { axis in
            max((places[axis] - 1) * strides.values[axis] + reach(axis) - inputSizes[axis], 0)
        }
        return (totals.map { $0 / 2 }, totals.map { $0 - $0 / 2 })
    }

    /// Whether an image has room for the window at all.
    func fits(_ inputSizes: [Int]) -> Bool {
        padding == .same || axes.allSatisfy { inputSizes[$0] >= reach($0) }
    }

    private var axes: Range<Int> { 0..<2 }

    /// Pixels from the window's first to its last.
    func reach(_ axis: Int) -> Int { (size.values[axis] - 1) * dilation.values[axis] + 1 }
}

extension WindowGeometry {
    /// The window of a pooling, which moves as far as it is large unless it is told otherwise.
    ///
    /// - Parameter layer: what messages call the layer.
    init(poolSize: IntOrPair, strides: IntOrPair?, padding: Padding, layer: String) {
        self.init(
            size: Pair(poolSize, argument: "\(layer): poolSize"),
            strides: Pair(strides ?? poolSize, argument: "\(layer): strides"),
            dilation: Pair(1, argument: "\(layer): dilation"), padding: padding)
    }
}

extension WindowGeometry {
    /// The window of a convolution.
    ///
    /// - Parameter layer: what messages call the layer.
    init(kernelSize: IntOrPair, strides: IntOrPair, dilationRate: IntOrPair, padding: Padding, layer: String) {
        self.init(
            size: Pair(kernelSize, argument: "\(layer): kernelSize"),
            strides: Pair(strides, argument: "\(layer): strides"),
            dilation: Pair(dilationRate, argument: "\(layer): dilationRate"), padding: padding)
    }

    /// A window of one pixel, which has a place at each pixel.
    static var onePixel: WindowGeometry {
        WindowGeometry(kernelSize: 1, strides: 1, dilationRate: 1, padding: .valid, layer: "WindowGeometry")
    }
}
