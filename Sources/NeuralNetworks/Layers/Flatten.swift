import Tensors

/// Makes one list of all the numbers of a sample: rows one after another, in them columns, in them channels.
///
///     Flatten()   // (3, 3, 128) becomes (1152,)
public struct Flatten: Layer {
    public static let kind = "Flatten"

    public let name: String?
    public let inputShape: Shape?

    public init(inputShape: Shape? = nil, name: String? = nil) {
        self.inputShape = inputShape
        self.name = name
    }

    public func outputShape(at place: LayerPlace) -> Shape { [place.inputShape.count] }

    public func _layOut(_ layout: LayerLayout) -> Signal {
        layout.passedOn(layout.input)
    }
}
