import Testing

@testable import NeuralNetworks

@Suite struct LayerNamesTests {
    @Test(arguments: [
        ("Conv2D", "conv2d"), ("MaxPooling2D", "max_pooling2d"), ("Dense", "dense"),
        ("Conv2DTranspose", "conv2d_transpose"),
        ("GlobalAveragePooling2D", "global_average_pooling2d"), ("ReLU", "re_lu"), ("LeakyReLU", "leaky_re_lu"),
        ("ELU", "elu"), ("DepthwiseConv2D", "depthwise_conv2d"), ("BatchNormalization", "batch_normalization"),
    ]) func `a kind's name is Keras's`(kind: String, name: String) {
        #expect(LayerNames.snakeCase(kind) == name)
    }

    @Test func `each kind counts by itself, from zero, over all models`() {
        LayerNames.$session.withValue(LayerNames()) {
            _ = Dense(units: 7)
            let first = Sequential([Dense(units: 2, inputShape: [3]), Dense(units: 2), Dropout(rate: 0.1)])
            let second = Sequential([Dense(units: 2, inputShape: [3]), Dense(units: 2, name: "last")])
            #expect(first.name == "sequential")
            #expect(second.name == "sequential_1")
            #expect(first.graph!.nodes.dropFirst().map(\.name) == ["dense", "dense_1", "dropout"])
            #expect(second.graph!.nodes.dropFirst().map(\.name) == ["dense_2", "last"])
        }
    }
}
