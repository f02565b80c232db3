internal import CKernels
import Tensors

/// Makes an image larger by whole factors.
///
///     UpSampling2D()                                        // (7, 7, 32) becomes (14, 14, 32)
///     UpSampling2D(size: (2, 3), interpolation: .bilinear)  // (7, 7, 32) becomes (14, 21, 32)
///
/// An image of (height, width, channels) becomes one of (height · factor, width · factor, channels).
public struct UpSampling2D: Layer {
    public static let kind = "UpSampling2D"

    public let name: String?
    public let inputShape: Shape?
    let size: Pair
    let interpolation: Interpolation

    /// - Parameters:
    ///   - size: the factors of height and width.
    ///   - interpolation: what the pixels in between are made of.
    public init(
        size: IntOrPair = 2, interpolation: Interpolation = .nearest, inputShape: Shape? = nil, name: String? = nil
    ) {
        self.size = Pair(size, argument: "UpSampling2D: size")
        self.interpolation = interpolation
        self.inputShape = inputShape
        self.name = name
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape {
        try place.expectImages()
        let shape = place.inputShape
        return [shape[0] * size.height, shape[1] * size.width, shape[2]]
    }

    public func _layOut(_ layout: LayerLayout) -> Signal {
        let enlargement = nbrun_enlargement(
            height: size.height, width: size.width, is_bilinear: interpolation == .bilinear ? 1 : 0)
        return layout.resized(
            "upsampling", forward: { nbrun_enlarge($0, enlargement, $1, $2) },
            backward: { nbrun_enlarge_backward($0, enlargement, $1, $2) })
    }
}
