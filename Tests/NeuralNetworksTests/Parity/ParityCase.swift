import Foundation
import Tensors

@testable import NeuralNetworks

/// A small network for which Keras has given its numbers: `Fixtures/make_parity_fixtures.py` has a case of the same name.
struct ParityCase: Sendable {
    let name: String
    var optimizer: any Optimizer = SGD(learningRate: 0.05)
    var loss: any Loss = .meanSquaredError
    var classWeight: [Int: Double]?
    /// A weight for each sample.
    var sampleWeight: [Float]?
    let makeModel: @Sendable () -> Model

    /// A network of layers one after another.
    init(
        _ name: String, optimizer: any Optimizer = SGD(learningRate: 0.05), loss: any Loss = .meanSquaredError,
        classWeight: [Int: Double]? = nil, sampleWeight: [Float]? = nil,
        @SequentialBuilder layers: @escaping @Sendable () -> [any Layer]
    ) {
        self.name = name
        self.optimizer = optimizer
        self.loss = loss
        self.classWeight = classWeight
        self.sampleWeight = sampleWeight
        makeModel = { Sequential(layers()) }
    }

    /// A network with branches.
    init(
        _ name: String, inputShape: Shape, output: @escaping @Sendable (SymbolicTensor) -> SymbolicTensor
    ) {
        self.name = name
        makeModel = {
            let input = Input(shape: inputShape)
            return Model(inputs: input, outputs: output(input))
        }
    }
}

/// What Keras made of a case.
struct KerasNumbers {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/Parity")

    let x: Tensor
    let y: Tensor
    /// Weights in the order of the model's layers, before and after the steps.
    let before: [Tensor]
    let after: [Tensor]
    let predictions: Tensor
    let gradients: [Tensor]
    /// The loss of each step.
    let losses: [Float]

    init(case name: String) throws {
        let file = try SafetensorsFile(contentsOf: Self.folder.appendingPathComponent("\(name).safetensors").path)
        let numbered = { (group: String) in
            file.names.count { $0.hasPrefix("\(group)/") }.indices.map { file["\(group)/\($0)"] }
        }
        x = file["x"]
        y = file["y"]
        before = numbered("before")
        after = numbered("after")
        predictions = file["predictions"]
        gradients = numbered("gradients")
        losses = file["losses"].values
    }
}

extension Int {
    fileprivate var indices: Range<Int> { 0..<self }
}
