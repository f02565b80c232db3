import Tensors

/// The largest value of each channel in the whole image.
///
///     GlobalMaxPooling2D()   // (7, 7, 128) becomes (128,)
public struct GlobalMaxPooling2D: Layer {
    public static let kind = "GlobalMaxPooling2D"

    public let name: String?
    public let inputShape: Shape?
    let keepsDimensions: Bool

    /// - Parameter keepdims: whether height and width stay, as 1: (1, 1, 128).
    public init(keepdims: Bool = false, inputShape: Shape? = nil, name: String? = nil) {
        keepsDimensions = keepdims
        self.inputShape = inputShape
        self.name = name
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape {
        try place.globallyPooledShape(keepdims: keepsDimensions)
    }

    public func _layOut(_ layout: LayerLayout) -> Signal { layout.globallyPooled(.maximum) }
}
