import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct MergingTests {
    /// What a merging layer makes of x and 10 x.
    private func merged(_ layer: some Layer, _ x: Tensor) -> Tensor {
        let channels = x.shape[-1]
        let model = Model.branching(inputShape: Shape(Array(x.shape.sizes.dropFirst()))) { input in
            layer(input, Dense(units: channels, useBias: false)(input))
        }
        model.graph!.parameters[0].value = Tensor(
            shape: [channels, channels], (0..<channels * channels).map { $0 / channels == $0 % channels ? 10 : 0 })
        return model.predict(x)
    }

    @Test func `add, subtract and average work element by element`() {
        let x = Tensor(shape: [2, 2], [1, 2, 3, -4])
        #expect(merged(Add(), x).values == [11, 22, 33, -44])
        #expect(merged(Subtract(), x).values == [-9, -18, -27, 36])
        #expect(merged(Average(), x).values == [5.5, 11, 16.5, -22])
    }

    @Test func `products and extremes work element by element`() {
        let x = Tensor(shape: [2, 2], [1, 2, 3, -4])
        #expect(merged(Multiply(), x).values == [10, 40, 90, 160])
        #expect(merged(Maximum(), x).values == [10, 20, 30, -4])
        #expect(merged(Minimum(), x).values == [1, 2, 3, -40])
    }

    @Test func `what is no number stays none`() {
        for layer in [Multiply(), Maximum(), Minimum()] as [any Layer] {
            let model = Model.branching(inputShape: [2]) { input in
                layer(input, Dense(units: 2, kernelInitializer: .zeros)(Rescaling(scale: 0)(input)))
            }
            let values = model.predict(Tensor(shape: [1, 2], [.nan, 1])).values
            #expect(values[0].isNaN)
        }
    }

    @Test func `of equal numbers the first gets the gradient`() {
        for layer in [Maximum(), Minimum()] as [any Layer] {
            let model = Model.branching(inputShape: [1]) { input in
                let branches = (0..<3).map { _ in
                    Dense(units: 2, kernelInitializer: .zeros, biasInitializer: .ones)(input)
                }
                return layer(branches)
            }
            let gradients = gradients(
                of: model, Tensor(shape: [1, 1], [1]), Tensor(shape: [1, 2], [0, 0]), loss: .meanSquaredError)
            #expect([gradients[1], gradients[3], gradients[5]] == [[1, 1], [0, 0], [0, 0]])
        }
    }

    @Test func `add takes images of any number of channels`() {
        for channels in [1, 3, 7, 16] {
            let x = Tensor.random([2, 3, 4, channels])
            #expect(relativeError(merged(Add(), x).values, x.values.map { 11 * $0 }) < 1e-6)
        }
    }

    @Test func `concatenate puts inputs one after another along an axis`() {
        let x = Tensor(shape: [1, 2, 1, 2], [1, 2, 3, 4])
        #expect(merged(Concatenate(), x).values == [1, 2, 10, 20, 3, 4, 30, 40])
        #expect(merged(Concatenate(), x).shape == [1, 2, 1, 4])
        #expect(merged(Concatenate(axis: 1), x).values == [1, 2, 3, 4, 10, 20, 30, 40])
        #expect(merged(Concatenate(axis: 1), x).shape == [1, 4, 1, 2])
        #expect(merged(Concatenate(axis: 2), x).values == [1, 2, 10, 20, 3, 4, 30, 40])
        #expect(merged(Concatenate(axis: 2), x).shape == [1, 2, 2, 2])
        let rows = Tensor(shape: [2, 2], [1, 2, 3, 4])
        #expect(merged(Concatenate(), rows).values == [1, 2, 10, 20, 3, 4, 30, 40])
    }

    @Test func `a flattened image merges with a vector in the reader's order`() {
        let model = Model.branching(inputShape: [2, 1, 2]) { input in
            let flat = Flatten()(input)
            return Add()(flat, Dense(units: 4, kernelInitializer: .zeros, biasInitializer: .ones)(flat))
        }
        #expect(model.predict(Tensor(shape: [1, 2, 1, 2], [1, 2, 3, 4])).values == [2, 3, 4, 5])
    }

    /// Networks in which one gradient reaches several places, and one value several readers.
    static let branches: [(name: String, inputShape: Shape, layers: @Sendable (SymbolicTensor) -> SymbolicTensor)] = [
        (
            "a sum with a branch around a layer", [6],
            { input in
                let first = Dense(units: 5, activation: .relu)(input)
                let second = Dense(units: 5, activation: .tanh)(first)
                return Dense(units: 4)(Add()(first, second))
            }
        ),
        (
            "a value that is added to itself and read by a third", [6],
            { input in
                let first = Dense(units: 4, activation: .relu)(input)
                let twice = Add()(first, first)
                let third = Dense(units: 4, activation: .sigmoid)(first)
                return Add()(twice, third, first)
            }
        ),
        (
            "two sums that share their branches", [6],
            { input in
                let left = Dense(units: 4, activation: .tanh)(input)
                let right = Dense(units: 4)(input)
                let sum = Add()(left, right)
                let difference = Subtract()(sum, right)
                let mean = Average()(difference, left, sum)
                return Add()(sum, mean)
            }
        ),
        (
            "a residual block with batch normalization", [6, 6, 3],
            { input in
                let start = Conv2D(filters: 16, kernelSize: 3, padding: .same, activation: .relu)(input)
                var block = Conv2D(filters: 16, kernelSize: 3, padding: .same, useBias: false)(start)
                block = Activation(.relu)(BatchNormalization()(block))
                block = Conv2D(filters: 16, kernelSize: 3, padding: .same, useBias: false)(block)
                let sum = Add()(BatchNormalization()(block), start)
                let pooled = GlobalAveragePooling2D()(Activation(.relu)(sum))
                return Dense(units: 4)(pooled)
            }
        ),
        (
            "channels of 3, 16 and 7 side by side", [5, 6, 3],
            { input in
                let left = Conv2D(filters: 16, kernelSize: 3, padding: .same, activation: .relu)(input)
                let right = Conv2D(filters: 7, kernelSize: 1, activation: .tanh)(left)
                let joined = Concatenate()(input, left, right, left)
                return Dense(units: 4)(Flatten()(joined))
            }
        ),
        (
            "products and extremes of three, one of them twice", [6],
            { input in
                let left = Dense(units: 4, activation: .relu)(input)
                let right = Dense(units: 4, activation: .sigmoid)(input)
                let third = Dense(units: 4)(input)
                let product = Multiply()(left, right, third, right)
                return Add()(product, Maximum()(left, third, right), Minimum()(third, product, left))
            }
        ),
        (
            "a gate for the channels of a flattened convolution", [5, 6, 3],
            { input in
                let x = Conv2D(filters: 7, kernelSize: 3, activation: .relu)(input)
                let gated = Multiply()(x, Conv2D(filters: 7, kernelSize: 1, activation: .sigmoid)(x))
                let flat = Flatten()(gated)
                return Dense(units: 4)(Maximum()(flat, Dense(units: 84)(flat)))
            }
        ),
        (
            "a rectified convolution that pooling and a flattened branch read", [6, 6, 2],
            { input in
                let first = Conv2D(filters: 16, kernelSize: 3, activation: .relu)(input)
                let pooled = Flatten()(MaxPool2D()(first))
                let flat = Dense(units: 64, activation: .relu)(Flatten()(first))
                let sum = Add()(pooled, flat)
                return Dense(units: 4)(Concatenate(axis: 1)(sum, flat))
            }
        ),
    ]

    @Test(arguments: branches.indices) func `gradients add up where branches meet`(number: Int) {
        let branch = Self.branches[number]
        let model = Model.branching(inputShape: branch.inputShape, branch.layers)
        let x = Tensor.random(Shape([6] + branch.inputShape.sizes), seed: 6)
        let y = Tensor.random([6, 4], seed: 7)
        for (length, slope) in slopes(of: model, x, y, loss: .meanSquaredError, step: 3e-4) {
            #expect(abs(slope - length) <= 0.02 * max(length, 1e-3), "\(branch.name): \(length), slope \(slope)")
        }
    }
}
