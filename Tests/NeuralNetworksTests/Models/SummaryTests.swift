import Display
import Foundation
import Testing

@testable import NeuralNetworks

@Suite struct SummaryTests {
    /// A fixture, without blanks at the ends of its lines.
    private func expected(_ name: String) throws -> String {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: folder.appending(path: "Fixtures/summary-\(name).txt"), encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.reversed().drop { $0 == " " }.reversed())
        }
        return lines.joined(separator: "\n").trimmingCharacters(in: .newlines)
    }

    @Test func `the two networks of chapter 6 look as TensorFlow shows them`() throws {
        let (small, vgg) = LayerNames.$session.withValue(LayerNames()) { (Sequential.small(), Sequential.vgg()) }
        #expect(Output.modelSummary(small.summaryOutput).plainText == (try expected("small-cnn")))
        #expect(Output.modelSummary(vgg.summaryOutput).plainText == (try expected("vgg")))
    }

    @Test func `separable and transposed convolutions, borders and larger images have Keras's names and counts`() throws
    {
        let model = LayerNames.$session.withValue(LayerNames()) {
            Sequential {
                ZeroPadding2D(inputShape: [28, 28, 1])
                DepthwiseConv2D(kernelSize: 3, depthMultiplier: 4)
                SeparableConv2D(filters: 8, kernelSize: 3, strides: 2, padding: .same)
                UpSampling2D()
                Conv2DTranspose(filters: 3, kernelSize: 3, strides: 2, padding: .same)
                SeparableConv2D(filters: 2, kernelSize: 3)
            }
        }
        #expect(Output.modelSummary(model.summaryOutput).plainText == (try expected("convolutions")))
    }
}
