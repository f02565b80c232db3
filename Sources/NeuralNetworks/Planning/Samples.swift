import Tensors

/// Samples with their targets, as a plan reads them: valid while the tensors behind them are held.
struct Samples {
    enum Targets {
        case labels(UnsafeBufferPointer<Int32>)
        case numbers(UnsafeBufferPointer<Float>)
        case none
    }

    let count: Int
    let inputs: UnsafeBufferPointer<Float>
    let targets: Targets
    /// How much each sample counts in the loss; nil where all count the same.
    var weights: UnsafeBufferPointer<Float>?

    /// Floats a sample.
    var inputWidth: Int { inputs.count / max(count, 1) }
}
