import Display
import Testing

@testable import Reports

@Suite("A model summary's HTML")
struct ModelSummaryViewTests {
    static let summary = ModelSummary(
        modelName: "sequential",
        rows: [
            .init(name: "conv2d", kind: "Conv2D", outputShape: [nil, 26, 26, 32], parameterCount: 320),
            .init(name: "max_pooling2d_1", kind: "MaxPooling2D", outputShape: [nil, 5, 5, 64], parameterCount: 0),
        ],
        trainableCount: 241_546, nonTrainableCount: 0)

    static let branches = ModelSummary(
        modelName: "model",
        rows: [
            .init(name: "input_1", kind: "InputLayer", outputShape: [nil, 26, 26, 32], parameterCount: 0),
            .init(
                name: "add", kind: "Add", outputShape: [nil, 26, 26, 32], parameterCount: 0,
                connections: ["input_1[0][0]", "input_1[0][0]"]),
        ],
        trainableCount: 0, nonTrainableCount: 0)

    @Test("is a table whose text is TensorFlow's own")
    func text() {
        for summary in [
            Self.summary, Self.branches,
            ModelSummary(modelName: "empty", rows: [], trainableCount: 0, nonTrainableCount: 0),
        ] {
            let html = Sample.html(.modelSummary(summary))
            let text = html.replacing(/<[^>]*>/, with: "").replacing("&quot;", with: "\"")
            let lines = text.split(separator: "\n").map { $0.replacing(/\s+$/, with: "") }
            #expect(lines.joined(separator: "\n") == summary.plainText)
        }
    }

    @Test("has a caption, column heads, a row for each layer and the totals")
    func structure() {
        let html = Sample.html(.modelSummary(Self.summary))
        #expect(html.contains("<caption>Model: &quot;sequential&quot;</caption>"))
        #expect(html.contains("<th scope=\"col\">Output Shape              </th>"))
        #expect(html.contains("<td>max_pooling2d_1 (MaxPooling2 </td><td>(None, 5, 5, 64)          </td><td>0</td>"))
        #expect(html.contains("<tr><td colspan=\"3\">Total params: 241,546</td></tr>"))
    }

    @Test("has a fourth column where a layer reads others than the one above it")
    func connections() {
        let html = Sample.html(.modelSummary(Self.branches))
        #expect(html.contains("<td>[(None, 26, 26, 32)] </td><td>0</td><td></td></tr>"))
        #expect(html.contains("<td>0           </td><td>input_1[0][0]</td></tr>"))
        #expect(html.contains("<tr><td colspan=\"4\">Total params: 0</td></tr>"))
    }
}
