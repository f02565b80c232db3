import Display
import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct FunctionalModelTests {
    private func residualModel() -> Model {
        let input = Input(shape: [6, 6, 2])
        let shortcut = Conv2D(filters: 4, kernelSize: 3, padding: .same)(input)
        var x = Conv2D(filters: 4, kernelSize: 3, padding: .same, activation: .relu)(shortcut)
        x = Add()([x, shortcut])
        x = Dense(units: 3, activation: .softmax)(Flatten()(x))
        return Model(inputs: input, outputs: x)
    }

    @Test func `a chain of calls is a sequential model`() {
        let input = Input(shape: [6, 6, 1])
        let x = Flatten()(Conv2D(filters: 4, kernelSize: 3, activation: .relu)(input))
        let model = Model(inputs: input, outputs: Dense(units: 2, activation: .softmax)(x))
        let sequential = Sequential {
            Conv2D(filters: 4, kernelSize: 3, activation: .relu, inputShape: [6, 6, 1])
            Flatten()
            Dense(units: 2, activation: .softmax)
        }
        sequential.weights = model.weights
        let images = Tensor.random([5, 6, 6, 1])
        #expect(model.predict(images).values == sequential.predict(images).values)
    }

    @Test func `names are given in the order of the calls, shapes are known at once`() {
        LayerNames.$session.withValue(LayerNames()) {
            let input = Input(shape: [6, 6, 1])
            let x = Conv2D(filters: 4, kernelSize: 3)(input)
            let y = Conv2D(filters: 2, kernelSize: 1, name: "mine")(x)
            let z = Conv2D(filters: 8, kernelSize: 1)(y)
            #expect(
                "\(input), \(x), \(y), \(z)" == """
                    input_1: (None, 6, 6, 1), conv2d: (None, 4, 4, 4), mine: (None, 4, 4, 2), conv2d_1: (None, 4, 4, 8)
                    """)
            #expect(z.shape == [4, 4, 8])
            #expect(Input(shape: [3]).description == "input_2: (None, 3)")
            #expect(Model(inputs: input, outputs: z).name == "model")
            #expect(Model(inputs: input, outputs: y).name == "model_1")
            #expect(Model(inputs: input, outputs: y, name: "own").name == "own")
        }
    }

    @Test func `branches meet`() {
        let model = residualModel()
        let image = Tensor.random([1, 6, 6, 2])
        let activations = model.activations(of: image)
        let names = activations.names
        let sum = zip(activations[names[0]].values, activations[names[1]].values).map { $0 + $1 }
        #expect(relativeError(activations[names[2]].values, sum) < 1e-6)
    }

    @Test func `a summary with branches tells what each layer reads, as TensorFlow does`() {
        let model = LayerNames.$session.withValue(LayerNames()) { residualModel() }
        let rule = String(repeating: "_", count: 98)
        let header = String(repeating: "=", count: 98)
        #expect(
            Output.modelSummary(model.summaryOutput).plainText == """
                Model: "model"
                \(rule)
                Layer (type)                    Output Shape         Param #     Connected to
                \(header)
                input_1 (InputLayer)            [(None, 6, 6, 2)]    0
                \(rule)
                conv2d (Conv2D)                 (None, 6, 6, 4)      76          input_1[0][0]
                \(rule)
                conv2d_1 (Conv2D)               (None, 6, 6, 4)      148         conv2d[0][0]
                \(rule)
                add (Add)                       (None, 6, 6, 4)      0           conv2d_1[0][0]
                                                                                 conv2d[0][0]
                \(rule)
                flatten (Flatten)               (None, 144)          0           add[0][0]
                \(rule)
                dense (Dense)                   (None, 3)            435         flatten[0][0]
                \(header)
                Total params: 659
                Trainable params: 659
                Non-trainable params: 0
                \(rule)
                """)
    }

    @Test func `a summary without branches has three columns, and the input`() {
        let model = LayerNames.$session.withValue(LayerNames()) {
            let input = Input(shape: [28, 28, 1])
            return Model(inputs: input, outputs: Flatten()(input))
        }
        let rule = String(repeating: "_", count: 65)
        #expect(
            Output.modelSummary(model.summaryOutput).plainText.hasPrefix(
                """
                Model: "model"
                \(rule)
                Layer (type)                 Output Shape              Param #
                \(String(repeating: "=", count: 65))
                input_1 (InputLayer)         [(None, 28, 28, 1)]       0
                \(rule)
                flatten (Flatten)            (None, 784)               0
                """))
    }

    @Test func `models that share layers share their numbers`() {
        let base = Sequential([Dense(units: 4, activation: .relu, inputShape: [3]), Dense(units: 2)])
        let inside = Model(inputs: base.input, outputs: base.layers[0].output)
        let larger = Model(inputs: base.input, outputs: Dense(units: 5)(base.output))
        let x = Tensor.random([6, 3])
        let before = inside.predict(x).values
        base.compile(optimizer: SGD(learningRate: 0.1), loss: .meanSquaredError)
        base.fit(x, .random([6, 2]), epochs: 2, verbose: 0)
        #expect(inside.predict(x).values != before)
        #expect(inside.predict(x).values == base.activations(of: x)[0].tensor.values)
        #expect(larger.weights.prefix(4).map(\.values) == base.weights.map(\.values))
    }

    @Test func `each of two models that share layers is trained by its own optimizer`() {
        let base = Sequential([Dense(units: 4, activation: .relu, inputShape: [3]), Dense(units: 2)])
        let other = Model(inputs: base.input, outputs: Dense(units: 1)(base.layers[0].output))
        let x = Tensor.random([64, 3])
        base.compile(optimizer: .adam, loss: .meanSquaredError)
        other.compile(optimizer: SGD(learningRate: 0.1, momentum: 0.9), loss: .meanSquaredError)
        for _ in 0..<3 {
            base.fit(x, .random([64, 2]), verbose: 0)
            let history = other.fit(x, .random([64, 1]), verbose: 0)
            #expect(history["loss"][0].isFinite)
        }
        #expect(other.weights.allSatisfy { $0.values.allSatisfy(\.isFinite) })
    }
}
