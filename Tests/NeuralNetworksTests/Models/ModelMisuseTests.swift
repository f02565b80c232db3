import Tensors
import Testing

@testable import NeuralNetworks

/// What an author reads who puts layers together, or asks for some, in a way that cannot work.
@Suite struct ModelMisuseTests {
    @Test func `a layer's call checks what it receives`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Conv2D(filters: 2, kernelSize: 3)(Input(shape: [4]))
            },
            says: "conv2d: expected a shape (height, width, channels), but received (4,)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                let input = Input(shape: [4])
                _ = Dense(units: 2)(input, Dense(units: 3)(input))
            },
            says: "dense_1: expected one input, but received 2: input_1, dense")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { _ = Dense(units: 2)([]) },
            says: "dense: expected an input, but received none")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Input(shape: [28, 0])
            },
            says: "Input: the sizes of shape must be at least 1, but the shape is (28, 0)")
    }

    @Test func `a model goes from its one input to its output`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                let (first, second) = (Input(shape: [4]), Input(shape: [4]))
                _ = Model(inputs: first, outputs: Dense(units: 2)(second))
            },
            says: "model: dense is not made from input_1, but from input_2")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                let (first, second) = (Input(shape: [4]), Input(shape: [4]))
                _ = Model(inputs: first, outputs: Add()(first, second))
            },
            says: "model: a model has one input, but add is made from input_1 and input_2")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                let hidden = Dense(units: 2)(Input(shape: [4]))
                _ = Model(inputs: hidden, outputs: Dense(units: 2)(hidden))
            },
            says: "model: inputs must be an Input, but is what dense gives")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                let input = Input(shape: [4])
                _ = Model(inputs: input, outputs: input)
            },
            says: "model: outputs must be what a layer gives, but is the input itself")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                let (input, layer) = (Input(shape: [4]), Dense(units: 4, name: "twice"))
                _ = Model(inputs: input, outputs: layer(layer(input)))
            },
            says: "model: two layers are called \"twice\"")
    }

    @Test func `a layer that does not exist is not found`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Sequential.small()["conv2d-1"]
            },
            says: "sequential: there is no layer \"conv2d-1\"; did you mean \"conv2d_1\"?")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Sequential.small().layers[9]
            },
            says: "sequential: there is no layer 9; it has the layers 0 to 8")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Sequential([Dense(units: 2, inputShape: [3])]).activations(of: Tensor([[1, 2, 3]]))["softmax"]
            },
            says: "sequential: there is no layer \"softmax\"; it has \"dense\"")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Sequential([Dense(units: 2)]).layers
            },
            says: "sequential: layers needs the shape of the input: give the first layer an inputShape")
    }

    @Test func `weights of other shapes are refused`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                Sequential([Dense(units: 2, inputShape: [3])])["dense"].weights = [
                    Tensor([[1, 2], [3, 4]]), Tensor([1, 2]),
                ]
            },
            says: "dense: kernel must have the shape (3, 2), but the tensor has (2, 2)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                Sequential([Dense(units: 2, inputShape: [3])])["dense"].weights = [Tensor([1, 2])]
            },
            says: "dense: weights must be 2 tensors (kernel (3, 2), bias (2,)), but 1 was given")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                Sequential([Dense(units: 2, inputShape: [3])]).weights = []
            },
            says: "sequential: weights must be 2 tensors, but 0 were given")
    }
}
