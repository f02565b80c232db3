import Testing

@testable import NeuralNetworks

@Suite struct GraphOrderTests {
    private func names(to output: SymbolicTensor) -> [String] { GraphOrder(to: output.node).nodes.map(\.name) }

    @Test func `the deepest layers come first, as in Keras`() {
        LayerNames.$session.withValue(LayerNames()) {
            let input = Input(shape: [8, 8, 4])
            let a = Conv2D(filters: 4, kernelSize: 3, padding: .same)(input)
            let b = Conv2D(filters: 4, kernelSize: 1)(input)
            let c = Conv2D(filters: 4, kernelSize: 3, padding: .same)(b)
            let sum = Add()(c, a)
            let d = Conv2D(filters: 4, kernelSize: 3, padding: .same)(sum)
            let last = Add()(input, sum, d)
            #expect(
                names(to: Add()([last, last])) == [
                    "input_1", "conv2d_1", "conv2d_2", "conv2d", "add", "conv2d_3", "add_1", "add_2",
                ])
        }
    }

    @Test func `of one depth, those come first that a walk from the output meets first`() {
        LayerNames.$session.withValue(LayerNames()) {
            let input = Input(shape: [4])
            let x = Dense(units: 4)(input)
            let y = Dense(units: 4)(input)
            let z = Dense(units: 4)(y)
            let output = Add()([Add()([z, x]), y, input])
            #expect(names(to: output) == ["input_1", "dense_1", "dense_2", "dense", "add", "add_1"])
        }
    }

    @Test func `layers that the output does not need are left out`() {
        LayerNames.$session.withValue(LayerNames()) {
            let input = Input(shape: [4])
            _ = Dense(units: 3)(input)
            #expect(names(to: Dense(units: 2)(input)) == ["input_1", "dense_1"])
        }
    }
}
