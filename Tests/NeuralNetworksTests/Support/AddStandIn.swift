import Tensors

@testable import NeuralNetworks

/// The sum of two inputs, without a way back.
struct Add: Layer {
    static let kind = "Add"
    var name: String?
    var _mergesInputs: Bool { true }

    func outputShape(at place: LayerPlace) -> Shape { place.inputShape }

    func _layOut(_ layout: LayerLayout) -> Signal {
        let sources = layout.inputs.map { layout.rows(of: $0) }
        let sum = layout.builder.allocate(sources[0].layout)
        layout.builder.append(layout.label(.forward, "sum"), touching: sources + [sum]) {
            for index in 0..<sum.layout.floatCount {
                sum.floats[index] = sources.reduce(0) { $0 + $1.floats[index] }
            }
        }
        return layout.signal(sum.reinterpreted(as: layout.input.plainLayout))
    }
}
