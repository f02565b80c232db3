import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct LayerAccessTests {
    private func makeModel() -> Sequential {
        LayerNames.$session.withValue(LayerNames()) {
            Sequential {
                Conv2D(filters: 3, kernelSize: 3, inputShape: [5, 5, 2])
                Flatten()
                Dense(units: 2, activation: .softmax)
            }
        }
    }

    @Test func `layers are found by position and by name`() {
        let model = makeModel()
        #expect(model.layers.names == ["conv2d", "flatten", "dense"])
        #expect(model.layers.count == 3)
        #expect(model.layers[2].name == "dense")
        #expect(model["conv2d"].outputShape == [3, 3, 3])
        #expect(model.layer("conv2d").kind == "Conv2D")
        #expect(
            model.layers.description == """
                conv2d (Conv2D): (None, 3, 3, 3), 57 parameters
                flatten (Flatten): (None, 27), 0 parameters
                dense (Dense): (None, 2), 56 parameters
                """)
        #expect(model.parameterCount == 113)
    }

    @Test func `a dump tells the layers and the shapes of their weights, and nothing of the memory`() {
        let model = makeModel()
        var text = ""
        dump(model, to: &text)
        #expect(
            text == """
                ▿ Sequential "\(model.name)": 3 layers, 113 parameters #0
                  ▿ conv2d: conv2d (Conv2D): (None, 3, 3, 3), 57 parameters
                    - kernel: (3, 3, 2, 3)
                    - bias: (3,)
                  - flatten: flatten (Flatten): (None, 27), 0 parameters
                  ▿ dense: dense (Dense): (None, 2), 56 parameters
                    - kernel: (27, 2)
                    - bias: (2,)

                """)
    }

    @Test func `weights come and go in Keras's shapes`() {
        let model = makeModel()
        let layer = model["conv2d"]
        #expect(layer.weightNames == ["kernel", "bias"])
        #expect(layer.weights.map(\.shape) == [[3, 3, 2, 3], [3]])
        let (kernel, bias) = (Tensor.random([3, 3, 2, 3], seed: 7), Tensor.random([3], seed: 8))
        layer.weights = [kernel, bias]
        #expect(model.weights[0].values == kernel.values)
        #expect(model.weights[1].values == bias.values)
        let predictions = model.predict(.random([2, 5, 5, 2])).values
        let other = makeModel()
        other.weights = model.weights
        #expect(other.predict(.random([2, 5, 5, 2])).values == predictions)
    }

    @Test func `weights set between two predictions and two fits count`() {
        let model = makeModel()
        model.compile(optimizer: .sgd, loss: .sparseCategoricalCrossentropy)
        let (x, y) = (Tensor.random([8, 5, 5, 2]), Tensor.randomLabels(8, classes: 2))
        let before = model.weights
        let predictions = model.predict(x).values
        model.fit(x, y, shuffle: false, verbose: 0)
        let after = model.weights.map(\.values)
        model.weights = before
        #expect(model.predict(x).values == predictions)
        model.fit(x, y, shuffle: false, verbose: 0)
        #expect(model.weights.map(\.values) == after)
    }

    @Test func `a frozen layer keeps its numbers until it is thawed`() {
        let model = makeModel()
        model.compile(optimizer: .adam, loss: .sparseCategoricalCrossentropy)
        let (x, y) = (Tensor.random([8, 5, 5, 2]), Tensor.randomLabels(8, classes: 2))
        model.fit(x, y, verbose: 0)
        model["conv2d"].isTrainable = false
        let frozen = model.weights.map(\.values)
        model.fit(x, y, verbose: 0)
        let (kernel, dense) = (model.weights[0].values, model.weights[2].values)
        #expect(kernel == frozen[0])
        #expect(dense != frozen[2])
        #expect(model.summaryOutput.trainableCount == 56)
        #expect(model.summaryOutput.nonTrainableCount == 57)
        model["conv2d"].isTrainable = true
        model.fit(x, y, verbose: 0)
        #expect(model.weights[0].values != frozen[0])
        #expect(model.summaryOutput.nonTrainableCount == 0)
    }

    @Test func `a model whose layers are all frozen is only measured by a fit`() {
        let model = makeModel()
        model.compile(optimizer: .adam, loss: .sparseCategoricalCrossentropy)
        for layer in model.layers { layer.isTrainable = false }
        let before = model.weights.map(\.values)
        model.fit(.random([8, 5, 5, 2]), .randomLabels(8, classes: 2), verbose: 0)
        #expect(model.weights.map(\.values) == before)
    }
}
