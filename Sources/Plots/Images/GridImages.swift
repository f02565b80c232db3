import Display
import Tensors

/// Images to be shown side by side: a tensor (n, h, w), (n, h, w, 1) or (n, h, w, 3), or an array of tensors
/// (h, w), (h, w, 1) or (h, w, 3), which may differ in size.
public protocol GridImages {
    /// The images, each one (h, w, channels), and whether they are one thing, to be seen by one scale.
    var gridImages: (images: [PixelValues], areOneThing: Bool) { get }
}

/// The numbers of one image.
public struct PixelValues: Sendable {
    let height: Int
    let width: Int
    /// 1, 3 or 4.
    let channels: Int
    /// Row by row from the top, the channels of a pixel together.
    let values: [Float]
    /// Whether the numbers were bytes.
    let areBytes: Bool
}

extension Tensor: GridImages {
    public var gridImages: (images: [PixelValues], areOneThing: Bool) {
        let sizes = rank == 2 ? [1] + shape.sizes : shape.sizes
        demand(
            sizes.count == 3 || sizes.count == 4 && [1, 3, 4].contains(sizes[3]),
            "image grid: expected images of shape (n, h, w), (n, h, w, 1) or (n, h, w, 3), but got \(shape)")
        let channels = sizes.count == 4 ? sizes[3] : 1
        let count = sizes[1] * sizes[2] * channels
        let images = withFloats { floats in
            (0..<sizes[0]).map { index in
                PixelValues(
                    height: sizes[1], width: sizes[2], channels: channels,
                    values: Array(floats[index * count..<(index + 1) * count]), areBytes: elementType == .uint8)
            }
        }
        return (images, true)
    }

    private var rank: Int { shape.rank }

    /// The tensor as one image.
    var pixelValues: PixelValues {
        let sizes = shape.sizes
        demand(
            sizes.count == 2 || sizes.count == 3 && [1, 3, 4].contains(sizes[2]),
            "image: expected a shape (h, w), (h, w, 1) or (h, w, 3), but got \(shape)")
        return PixelValues(
            height: sizes[0], width: sizes[1], channels: sizes.count == 3 ? sizes[2] : 1,
            values: withFloats(Array.init), areBytes: elementType == .uint8)
    }
}

extension Array: GridImages where Element == Tensor {
    public var gridImages: (images: [PixelValues], areOneThing: Bool) {
        (map(\.pixelValues), false)
    }
}
