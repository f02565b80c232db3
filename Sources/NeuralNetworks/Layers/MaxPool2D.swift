import Tensors

/// Keeps the largest value in each window that moves over an image, channel by channel.
///
///     MaxPool2D(poolSize: (2, 2))   // (26, 26, 32) becomes (13, 13, 32)
///
/// A window that does not fit whole into the image is left out, unless the padding is `.same`.
public struct MaxPool2D: Layer {
    public static let kind = "MaxPooling2D"

    public let name: String?
    public let inputShape: Shape?
    let window: WindowGeometry

    /// - Parameters:
    ///   - poolSize: height and width of the window.
    ///   - strides: how far it moves at a time; as far as it is large, if left out.
    ///   - padding: what happens at the border.
    public init(
        poolSize: IntOrPair = 2, strides: IntOrPair? = nil, padding: Padding = .valid, inputShape: Shape? = nil,
        name: String? = nil
    ) {
        self.name = name
        self.inputShape = inputShape
        window = WindowGeometry(poolSize: poolSize, strides: strides, padding: padding, layer: "MaxPool2D")
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape {
        try place.expectImages(roomFor: window)
        return Shape(window.outputSizes(place.inputShape.sizes) + [place.inputShape[2]])
    }

    /// Whether its windows are the 2 × 2 pixels side by side of images of this height and width.
    func poolsSquares(of sizes: [Int]) -> Bool {
        window.size.values == [2, 2] && window.strides.values == [2, 2] && window.margins(sizes).after == [0, 0]
    }

    public func _layOut(_ layout: LayerLayout) -> Signal {
        let input = layout.input
        if input.isPooled { return layout.passedOn(input) }
        let sizes = input.memory.layout.sizes
        if poolsSquares(of: Array(sizes[2...])) && input.memory.layout == .channelBlocks(sizes) {
            return SquarePoolingLayout(layout).layOut()
        }
        return layout.pooled(.maximum, by: window)
    }
}
