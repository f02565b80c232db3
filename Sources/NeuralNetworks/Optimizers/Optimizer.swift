/// How a model's numbers follow their gradients.
///
///     model.compile(optimizer: Adam(learningRate: 0.0005), loss: .sparseCategoricalCrossentropy)
///     model.compile(optimizer: .sgd, loss: .sparseCategoricalCrossentropy)
public protocol Optimizer: Sendable {
    /// Keras's name for it, such as `adam`.
    var name: String { get }
    /// The size of a step.
    var learningRate: Double { get set }
    /// How many numbers it remembers for each that it updates.
    var _slotCount: Int { get }
    /// Does one update; `step` counts from one.
    func _update(_ block: ParameterBlock, step: Int)
}

/// Numbers to update, all in one layout: values, gradients, and what the optimizer remembers.
public struct ParameterBlock {
    let count: Int
    let values: UnsafeMutablePointer<Float>
    let gradients: UnsafeMutablePointer<Float>
    let slots: [UnsafeMutablePointer<Float>]
}
