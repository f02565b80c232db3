import Tensors

/// Where samples enter a model.
struct InputLayer: Layer {
    static let kind = "InputLayer"
    let shape: Shape
    let name: String? = nil

    func outputShape(at place: LayerPlace) -> Shape { shape }

    func _layOut(_ layout: LayerLayout) -> Signal {
        let batchSize = layout.builder.batchSize
        let images = { [batchSize, shape[2], shape[0], shape[1]] }
        return layout.signal(Memory(owned: .plain(shape.rank == 3 ? images() : [batchSize] + shape.sizes)))
    }
}
