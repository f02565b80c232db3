/// The optimizer that a model was compiled with, as it stands.
///
///     model.optimizer.learningRate          // 0.001
///     model.optimizer.learningRate = 0.0005
public struct CompiledOptimizer: CustomStringConvertible {
    let context: StepContext

    /// Keras's name for it, such as `adam`.
    public var name: String { context.optimizer.name }

    /// How many updates it has done.
    public var iterations: Int { context.step }

    /// The size of the next step; it cannot be set where it follows a schedule.
    public var learningRate: Double {
        get { context.learningRate }
        nonmutating set { context.optimizer.learningRate = newValue }
    }

    public var description: String { String(describing: context.optimizer) }
}

extension Model {
    /// The optimizer that the model was compiled with.
    public var optimizer: CompiledOptimizer { CompiledOptimizer(context: compiled(for: "using its optimizer").context) }
}
