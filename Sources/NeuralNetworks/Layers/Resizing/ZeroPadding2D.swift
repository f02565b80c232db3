internal import CKernels
import Tensors

/// Puts rows and columns of zeros around an image.
///
///     ZeroPadding2D(padding: 1)                  // (28, 28, 3) becomes (30, 30, 3)
///     ZeroPadding2D(padding: ((0, 1), (2, 3)))   // one row at the bottom, two columns on the left, three on the right
///
/// An image of (height, width, channels) becomes one of (top + height + bottom, left + width + right, channels).
public struct ZeroPadding2D: Layer {
    public static let kind = "ZeroPadding2D"

    public let name: String?
    public let inputShape: Shape?
    let borders: Borders

    /// - Parameter padding: how many rows and columns: a whole number for all sides, a pair for the rows at the top as well
    ///   as the bottom and the columns on each side, or ((top, bottom), (left, right)).
    public init(padding: IntOrPairOfPairs = 1, inputShape: Shape? = nil, name: String? = nil) {
        borders = Borders(padding, argument: "ZeroPadding2D: padding")
        self.inputShape = inputShape
        self.name = name
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape {
        try place.expectImages()
        let shape = place.inputShape
        return [
            borders.top + shape[0] + borders.bottom, borders.left + shape[1] + borders.right, shape[2],
        ]
    }

    public func _layOut(_ layout: LayerLayout) -> Signal {
        let borders = nbrun_borders(
            top: borders.top, bottom: borders.bottom, left: borders.left, right: borders.right)
        return layout.resized(
            "zero padding", forward: { nbrun_pad_with_zeros($0, borders, $1, $2) },
            backward: { nbrun_cut_borders($0, borders, $1, $2) })
    }
}
