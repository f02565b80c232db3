import Testing

@testable import NeuralNetworks

@Suite struct WeightNamesTests {
    private func stored(_ layers: [String], in tensors: [String]) -> [String] {
        let names = WeightNames(layers: layers, tensors: tensors)
        return layers.map { names.tensor("kernel", of: $0) }
    }

    @Test func `the same names are the same layers`() {
        #expect(
            stored(["conv2d_1", "conv2d"], in: ["conv2d/kernel", "conv2d_1/kernel"])
                == ["conv2d_1/kernel", "conv2d/kernel"])
    }

    @Test func `the layers of a kind follow one another as their numbers do`() {
        #expect(
            stored(
                ["conv2d_9", "conv2d_10", "dense_3", "block_1_conv"],
                in: ["conv2d_10/kernel", "conv2d_9/kernel", "dense/kernel", "block_1_conv/kernel"])
                == ["conv2d_9/kernel", "conv2d_10/kernel", "dense/kernel", "block_1_conv/kernel"])
        #expect(
            stored(["conv2d_2", "conv2d_3"], in: ["conv2d_10/bias", "conv2d_10/kernel", "conv2d/kernel"])
                == ["conv2d/kernel", "conv2d_10/kernel"])
    }

    @Test func `what has no counterpart keeps its name`() {
        #expect(stored(["dense_4", "dense_5"], in: ["dense/kernel"]) == ["dense/kernel", "dense_5/kernel"])
        #expect(stored(["dense_4"], in: ["optimizer/dense/kernel/0", "loose"]) == ["dense_4/kernel"])
    }
}
