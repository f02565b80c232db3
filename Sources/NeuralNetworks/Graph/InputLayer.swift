import Tensors

/// Where samples enter a model.
struct InputLayer: Layer {
    static let kind = "InputLayer"
    let shape: Shape
    let name: String? = nil

    func outputShape(at place: LayerPlace) -> Shape { shape }

    func _layOut(_ layout: LayerLayout) -> Signal {
        layout.signal(Memory(owned: .plain(shape, batchSize: layout.builder.batchSize)))
    }
}
