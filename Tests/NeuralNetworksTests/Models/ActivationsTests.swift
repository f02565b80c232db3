import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct ActivationsTests {
    @Test func `each layer's activations are what a model up to it predicts`() {
        let model = Sequential.small()
        let images = Tensor.random([3, 28, 28, 1], in: 0..<1)
        let activations = model.activations(of: images)
        #expect(activations.names == model.layers.names)
        for layer in model.layers {
            let inside = Model(inputs: model.input, outputs: layer.output)
            #expect(activations[layer.name].shape == Shape([3] + layer.outputShape.sizes))
            #expect(relativeError(activations[layer.name].values, inside.predict(images).values) < 1e-5)
        }
    }

    @Test func `one image gives results without an axis for images`() {
        let model = LayerNames.$session.withValue(LayerNames()) {
            Sequential([Conv2D(filters: 3, kernelSize: 3, inputShape: [5, 5, 2]), Flatten(), Dense(units: 2)])
        }
        let images = Tensor.random([2, 5, 5, 2])
        let (one, both) = (model.activations(of: images[1]), model.activations(of: images))
        #expect(one.description == "conv2d: (3, 3, 3)\nflatten: (27,)\ndense: (2,)")
        for (single, batch) in zip(one, both) {
            #expect(single.name == batch.name)
            #expect(relativeError(single.tensor.values, batch.tensor[1].values) < 1e-6)
        }
    }

    @Test func `dropout changes nothing, and training is not disturbed`() {
        let model = Sequential([
            Dense(units: 8, activation: .relu, inputShape: [4]), Dropout(rate: 0.5), Dense(units: 2),
        ])
        model.compile(optimizer: .adam, loss: .meanSquaredError)
        let x = Tensor.random([4, 4])
        model.fit(x, .random([4, 2]), verbose: 0)
        let activations = model.activations(of: x)
        #expect(activations[0].tensor.values == activations[1].tensor.values)
        #expect(activations[2].tensor.values == model.predict(x).values)
    }
}
