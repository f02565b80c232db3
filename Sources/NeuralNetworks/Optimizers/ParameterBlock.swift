internal import CKernels

/// Numbers to update, all in one layout: values, gradients, and what the optimizer remembers.
public struct ParameterBlock {
    let count: Int
    let values: UnsafeMutablePointer<Float>
    /// Nil where `layer` makes them on the way.
    let gradients: UnsafeMutablePointer<Float>?
    let slots: [UnsafeMutablePointer<Float>]
    /// The way back through a dense layer that makes the gradients of its weights while they are updated.
    var layer: UnsafePointer<nbrun_dense_backward>?
    /// The part of itself that each value loses before the update.
    var decay: Float = 0
    /// What gradients are multiplied by before they are used.
    var gradientFactor: Float = 1
    /// How large they may then be, in either direction.
    var gradientLimit = Float.infinity

    /// Calls one of the kernels.
    func update(rate: Double, with kernel: (UnsafePointer<nbrun_update>) -> Void) {
        var update = nbrun_update(
            values: values, gradients: gradients, first_slot: slots.first, second_slot: slots.dropFirst().first,
            count: count, rate: Float(rate), decay: decay, gradient_factor: gradientFactor,
            gradient_limit: gradientLimit, layer: layer)
        kernel(&update)
    }
}
