import Tensors
import Testing

@testable import NeuralNetworks

/// Fails unless a model of these layers looks, predicts and loses the same when it has been saved and loaded.
///
/// The first layer says the shape of the input.
func expectToComeBack(_ layers: [any Layer], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/model.safetensors"
    let model = Sequential(seed: 2, layers)
    let x = Tensor.random(Shape([5] + model.graph!.inputShape.sizes))
    let y = Tensor.random(Shape([5] + model.graph!.outputShape.sizes))
    model.compile(optimizer: .sgd, loss: .meanSquaredError)
    try model.save(path)
    let loaded = try Sequential.load(path)
    #expect(loaded.summaryOutput == model.summaryOutput, sourceLocation: sourceLocation)
    #expect(loaded.predict(x).values == model.predict(x).values, sourceLocation: sourceLocation)
    #expect(loaded.evaluate(x, y)["loss"] == model.evaluate(x, y)["loss"], sourceLocation: sourceLocation)
    let descriptions = [model, loaded].map {
        $0.graph!.nodes.compactMap { ($0.layer as? any StorableLayer)?.arguments }
    }
    #expect(descriptions[0] == descriptions[1], sourceLocation: sourceLocation)
}
