import Tensors

/// A run of a model, without loss, that keeps what each layer makes.
final class ActivationPlan {
    private let batchSize: Int
    private let input: Memory
    private let commands: [Command]
    private let preparations: [Command]
    private let memory: [AlignedMemory]
    private let kept: [(node: Node, memory: Memory)]

    init(_ graph: Graph, batchSize: Int, context: StepContext) {
        let builder = PlanBuilder(purpose: .inference, batchSize: batchSize, context: context)
        var kept: [(Node, Memory)] = []
        let signals = graph.layOut(in: builder, activationLeftToLoss: nil) { node, signal in
            let plain = builder.reorder(signal.memory, to: signal.plainLayout, for: node.name)
            if !node.isInput { kept.append((node, plain)) }
        }
        // Only now: a layer that reads its input touches it, too.
        for (_, plain) in kept { builder.keepToTheEnd(plain) }
        self.batchSize = batchSize
        self.kept = kept
        input = signals[0].memory
        memory = builder.finish()
        commands = builder.commands
        preparations = builder.preparations
    }

    /// The layers' results for a batch, in the order of the graph.
    func run(_ inputs: UnsafeBufferPointer<Float>) -> [(name: String, tensor: Tensor)] {
        input.floats.update(from: inputs.baseAddress!, count: inputs.count)
        flushingSubnormals { (preparations + commands).run() }
        return kept.map { node, memory in
            let tensor = Tensor(
                shape: Shape([batchSize] + node.outputShape.sizes),
                fillingFloats: { floats in
                    let results = UnsafeBufferPointer(start: memory.floats, count: floats.count)
                    _ = floats.initialize(from: results)
                })
            return (node.name, tensor)
        }
    }
}
