import Display
import Tensors

/// Takes the mean of each window that moves over an image, channel by channel.
///
///     AveragePooling2D(poolSize: (2, 2))   // (26, 26, 32) becomes (13, 13, 32)
///
/// A window that does not fit whole into the image is left out, unless the padding is `.same`: then the mean is that of
/// the pixels within the image.
public struct AveragePooling2D: Layer {
    public static let kind = "AveragePooling2D"

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
        window = WindowGeometry(poolSize: poolSize, strides: strides, padding: padding, layer: "AveragePooling2D")
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape {
        try place.expectImages(roomFor: window)
        return Shape(window.outputSizes(place.inputShape.sizes) + [place.inputShape[2]])
    }

    public func _layOut(_ layout: LayerLayout) -> Signal { layout.pooled(.average, by: window) }
}
