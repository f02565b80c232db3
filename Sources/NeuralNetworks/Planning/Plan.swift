internal import CKernels
import Tensors

/// All that a model does with a batch of a given size: primitives, loops and memory, made once and then only run.
final class Plan {
    let batchSize: Int
    private let input: Memory
    private let targets: TargetMemory?
    private let predictions: Memory
    private let commands: [Command]
    private let preparations: [Command]
    private let memory: [AlignedMemory]
    private let places: [ParameterPlace]

    init(
        _ graph: Graph, purpose: PlanPurpose, batchSize: Int, loss: (any Loss)?, context: StepContext
    ) {
        let builder = PlanBuilder(purpose: purpose, batchSize: batchSize, context: context)
        let signals = graph.layOut(in: builder, activationLeftToLoss: loss?._fusedActivation)
        let ending = PlanEnding(builder: builder, node: graph.nodes.last!, output: signals.last!)
        self.batchSize = batchSize
        input = signals[0].memory
        targets = loss.map { TargetMemory($0._targetKind(outputShape: graph.outputShape), batchSize: batchSize) }
        predictions = ending.predictions
        if loss != nil { graph.layOutPenalty(in: builder) }
        if let loss, let targets { ending.append(loss, targets: targets) }
        for plan in builder.wayBack.reversed() { plan() }
        builder.appendHeldUpdates()
        memory = builder.finish()
        commands = builder.commands
        preparations = builder.preparations
        places = graph.nodes.flatMap { node in node.parameters.map { ParameterPlace(of: $0, in: node) } }
    }

    /// Whether the parameters still lie where they lay when the plan was made, and the same of them learn.
    var isCurrent: Bool { places.allSatisfy(\.isCurrent) }

    /// Brings copies of weights up to date, before a series of runs.
    func prepare() {
        flushingSubnormals { preparations.run() }
    }

    /// Copies the samples at these positions into the plan.
    func load(_ samples: Samples, at positions: UnsafeBufferPointer<Int32>) {
        precondition(positions.count <= batchSize, "a plan for \(batchSize) samples got \(positions.count)")
        nbrun_gather_rows(
            samples.inputs.baseAddress, positions.baseAddress, input.floats, positions.count, samples.inputWidth)
        targets?.load(samples, at: positions)
    }

    /// Runs a step, or predicts and counts.
    func run() {
        flushingSubnormals { commands.run() }
    }

    /// Runs and notes how long each command takes.
    func run(profile: Profile) {
        flushingSubnormals {
            for (index, command) in commands.enumerated() { profile.measure(command, number: index) }
            nbrun_note_pass(nil)
        }
    }

    /// What the model made of the batch, a row a sample.
    func withPredictions<Result>(_ body: (UnsafeBufferPointer<Float>) -> Result) -> Result {
        body(UnsafeBufferPointer(start: predictions.floats, count: predictions.layout.floatCount))
    }
}

extension Graph {
    /// Lays out all layers; gives what each of them makes, first to the closure when the layer has been laid out.
    ///
    /// Where there is a closure, no layer takes upon itself what its reader does: the result of each can be seen.
    func layOut(
        in builder: PlanBuilder, activationLeftToLoss: ActivationFunction?, then follow: ((Node, Signal) -> Void)? = nil
    ) -> [Signal] {
        var signals: [Signal] = []
        for (position, node) in nodes.enumerated() {
            let layout = LayerLayout(
                node: node, position: position, inputs: inputs(of: node).map { signals[$0] },
                readerCount: readerCount(of: position), onlyReader: follow == nil ? onlyReader(of: position) : nil,
                builder: builder,
                activationLeftToLoss: position == nodes.count - 1 ? activationLeftToLoss : nil)
            let signal = node.layer._layOut(layout)
            follow?(node, signal)
            signals.append(signal)
        }
        return signals
    }
}
